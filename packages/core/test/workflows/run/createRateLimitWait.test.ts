import { isSeatsError } from '@seats/core'
import { expect, test } from 'vitest'
import { createRateLimitWait } from '../../../src/workflows/run/createRateLimitWait.ts'

const retry = { minDelay: 100, maxDelay: 75_000 }

test('the wait is as long as the server says, or a little longer', () => {
  const ms = createRateLimitWait(retry).take(60)
  expect(ms).toBeGreaterThanOrEqual(60_000)
  expect(ms).toBeLessThanOrEqual(60_100)
})

test('if the server gives no time, the wait is about a minute, or about `maxDelay` if that is shorter', () => {
  expect(createRateLimitWait(retry).take(undefined)).toBeGreaterThanOrEqual(60_000)
  expect(createRateLimitWait({ minDelay: 1, maxDelay: 10 }).take(undefined)).toBeLessThanOrEqual(20)
})

test('a wait is refused if all waits together would be longer than 15 minutes', () => {
  const wait = createRateLimitWait(retry)
  for (const seconds of [99_999_999, Infinity, 901]) expect(wait.take(seconds)).toBeUndefined()
  expect(wait.take(600)).toBeGreaterThanOrEqual(600_000)
  expect(wait.take(301)).toBeUndefined()
  expect(wait.take(200)).toBeGreaterThanOrEqual(200_000)
})

test('all waits together are as long as `maxWait`, even if the server always says 0 seconds', () => {
  const wait = createRateLimitWait(retry, 10_000)
  let totalMs = 0
  let waitCount = 0
  for (let ms = wait.take(0); ms !== undefined && waitCount < 1000; ms = wait.take(0), waitCount++) totalMs += ms
  expect(totalMs).toBeCloseTo(10_000)
  expect(waitCount).toBeLessThan(200)
})

test('after many waits and a `reset`, the next wait is short', () => {
  const wait = createRateLimitWait(retry, Infinity)
  for (let times = 0; times < 30; times++) wait.take(0)
  wait.reset()
  expect(wait.take(0)).toBeLessThanOrEqual(100)
})

test('a maxWait of 0 allows no wait, and Infinity allows any', () => {
  expect(createRateLimitWait(retry, 0).take(0)).toBeUndefined()
  expect(createRateLimitWait(retry, Infinity).take(1e9)).toBeGreaterThanOrEqual(1e12)
})

test.each([NaN, -1, '5' as unknown as number, null as unknown as number])('a maxWait of %s is refused', (maxWait) => {
  let error: unknown
  try {
    createRateLimitWait(retry, maxWait)
  } catch (reason) {
    error = reason
  }
  expect(isSeatsError(error, 'ConfigurationError') && error.detail).toContain('maxWait')
})
