import { meterParts } from '@seats/core/ui'
import { expect, test } from 'vitest'

test('a meter counts each seat once', () => {
  const parts = meterParts({ total: 10, available: 3, used: 7, claimed: 4, pending: 3, expired: 1, nobody: 0 })
  expect(parts.map(({ count }) => count)).toEqual([4, 2, 1, 3])
})
