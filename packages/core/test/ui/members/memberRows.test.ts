import { en } from '@seats/core/messages'
import { memberRows } from '@seats/core/ui'
import { expect, test } from 'vitest'

test.each([{ email: 'me@a.example' }, { member_id: 'Me@a.example' }])(
  'every member can be changed, except the owner and the user: %j',
  (you) => {
    const member = (email: string, role: string) => ({
      id: email,
      created_at: '2026-01-01T00:00:00Z',
      modified_at: null,
      email,
      name: null,
      role,
    })
    const members = [
      member('ada@a.example', 'member'),
      member('own@a.example', 'owner'),
      member('Me@a.example', 'member'),
    ]
    expect(memberRows(members, you, en).map(({ name, isYou, canChange }) => [name, isYou, canChange])).toEqual([
      ['Me@a.example', true, false],
      ['ada@a.example', false, true],
      ['own@a.example', false, false],
    ])
  },
)
