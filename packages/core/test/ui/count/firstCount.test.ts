import { firstCount } from '@seats/core/ui'
import { expect, test } from 'vitest'

const limits = (minimum: number, maximum = 500) => ({ minimum, maximum, assigned: 0, pending: 0 })

test.each([
  ['a team', 10, limits(7), 10],
  ['a team without seats', 0, limits(1), 1],
  ['a team with fewer seats than the minimum', 2, limits(5), 5],
  ['a team with more seats than the maximum', 60, limits(1, 50), 50],
] as const)('the count field of %s begins with a count that can be bought', (_, seats, range, count) => {
  expect(firstCount(seats, range)).toBe(count)
})
