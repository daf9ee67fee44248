import { createClickGuard } from '@seats/core/ui'
import { expect, test } from 'vitest'

const click = { detail: 1 }
const rows = (...ids: string[]) => ids.map((id) => ({ id }))

test('a click on a row that has just moved is ignored for half a second', () => {
  let now = 0
  const guard = createClickGuard(() => now)
  guard.arrange(rows('a', 'b', 'c'))
  expect(guard.ignores('b', click)).toBe(false)
  now = 1000
  guard.arrange(rows('b', 'c'))
  expect(guard.ignores('b', click)).toBe(true)
  now = 1499
  expect(guard.ignores('c', click)).toBe(true)
  now = 1500
  expect(guard.ignores('c', click)).toBe(false)
})

test('a click on a row that has not moved is accepted', () => {
  let now = 0
  const guard = createClickGuard(() => now)
  guard.arrange(rows('a', 'b'))
  now = 1000
  guard.arrange(rows('a', 'new', 'b'))
  expect(guard.ignores('a', click)).toBe(false)
  expect(guard.ignores('new', click)).toBe(false)
  expect(guard.ignores('b', click)).toBe(true)
})

test('a key press is never ignored', () => {
  const guard = createClickGuard(() => 0)
  guard.touch('a')
  expect(guard.ignores('a', click)).toBe(true)
  expect(guard.ignores('a', { detail: 0 })).toBe(false)
})
