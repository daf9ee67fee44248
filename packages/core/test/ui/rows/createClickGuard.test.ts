import { createClickGuard } from '@seats/core/ui'
import { expect, test } from 'vitest'

const click = { detail: 1 }

test('a click on a row is ignored for half a second after its buttons have changed', () => {
  let now = 0
  const guard = createClickGuard(() => now)
  expect(guard.ignores('a', click)).toBe(false)
  guard.touch('a')
  expect(guard.ignores('a', click)).toBe(true)
  expect(guard.ignores('b', click)).toBe(false)
  now = 499
  expect(guard.ignores('a', click)).toBe(true)
  now = 500
  expect(guard.ignores('a', click)).toBe(false)
})

test('a key press is never ignored', () => {
  const guard = createClickGuard(() => 0)
  guard.touch('a')
  expect(guard.ignores('a', { detail: 0 })).toBe(false)
})
