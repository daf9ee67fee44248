import { expect, test } from 'vitest'
import { ratio } from '../src/figures/Figure.ts'
import { intervalOf } from '../src/figures/intervalOf.ts'
import { median } from '../src/figures/percentile.ts'

/** Returns a function like `Math.random` that returns the same numbers in each run. */
function createRandom(): () => number {
  let state = 1
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

test('the interval encloses the true median in about 95 % of all runs', () => {
  const random = createRandom()
  // The distribution is skewed, like the distribution of durations. Its median is 0.25.
  const run = () => intervalOf(Array.from({ length: 60 }, () => random() ** 2))
  const hits = Array.from({ length: 2000 }, run).filter(([low, high]) => low <= 0.25 && 0.25 <= high)
  expect(hits.length / 2000).toBeGreaterThan(0.93)
  expect(hits.length / 2000).toBeLessThan(0.985)
})

test('the interval of a few samples goes from the lowest to the highest', () => {
  expect(intervalOf([3, 1, 2])).toEqual([1, 3])
})

test('a load that slows both subjects of a pair does not change their ratio', () => {
  const random = createRandom()
  const loads = Array.from({ length: 100 }, () => 1 + 9 * random())
  const figure = ratio(
    'assign',
    { ours: loads.map((load) => 1.2 * load), other: loads },
    { conditions: 'in process', bound: { atMost: 1.25 } },
  )
  expect(figure.value).toBeCloseTo(1.2)
  expect(figure.interval?.[0]).toBeCloseTo(1.2)
  expect(figure.interval?.[1]).toBeCloseTo(1.2)
  expect(median(loads)).toBeGreaterThan(3)
})
