import { createClickFilter } from '@seats/core/ui'
import { expect, test } from 'vitest'

const click = { detail: 1 }

test('a click on a row is ignored for half a second after its buttons have changed', () => {
  let now = 0
  const clickFilter = createClickFilter(() => now)
  expect(clickFilter.ignores('a', click)).toBe(false)
  clickFilter.touch('a')
  expect(clickFilter.ignores('a', click)).toBe(true)
  expect(clickFilter.ignores('b', click)).toBe(false)
  now = 499
  expect(clickFilter.ignores('a', click)).toBe(true)
  now = 500
  expect(clickFilter.ignores('a', click)).toBe(false)
})

test('a key press is never ignored', () => {
  const clickFilter = createClickFilter(() => 0)
  clickFilter.touch('a')
  expect(clickFilter.ignores('a', { detail: 0 })).toBe(false)
})
