import * as core from '@seats/core'
import * as csv from '@seats/core/csv'
import * as messages from '@seats/core/messages'
import * as query from '@seats/core/query'
import * as ui from '@seats/core/ui'
import * as uiBulk from '@seats/core/ui/bulk'
import { expect, test } from 'vitest'

test.each([
  ['core', core],
  ['query', query],
  ['csv', csv],
  ['messages', messages],
  ['ui', ui],
  ['ui/bulk', uiBulk],
])('the public names of %s', (_name, module) => {
  expect(Object.keys(module).toSorted()).toMatchSnapshot()
})
