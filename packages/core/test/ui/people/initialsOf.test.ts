import { initialsOf } from '@seats/core/ui'
import { expect, test } from 'vitest'

test('initials come from a name, an address or any text', () => {
  expect(['Jane Okafor', 'ada.lovelace@x.example', 'mei', '李小龙', ''].map(initialsOf)).toEqual([
    'JO',
    'AL',
    'M',
    '李',
    '?',
  ])
})
