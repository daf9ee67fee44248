import { isSeatsError } from '@seats/core'
import { expect, test } from 'vitest'
import { createRateLimitWait } from '../../../src/workflows/run/createRateLimitWait.ts'

const retry = { minDelay: 100, maxDelay: 75_000 }

test('the wait is a little longer than the server says', () => {
  const ms = createRateLimitWait(retry).take(60)
  expect(ms).toBeGreaterThanOrEqual(60_000)
  expect(ms).toBeLessThanOrEqual(60_100)
})

test('the wait is about a minute if the server names no time, or about maxDelay if that is shorter', () => {
  expect(createRateLimitWait(retry).take(undefined)).toBeGreaterThanOrEqual(60_000)
  expect(createRateLimitWait({ minDelay: 1, maxDelay: 10 }).take(undefined)).toBeLessThanOrEqual(20)
})

test('a wait is refused if it is longer than the time that is left of 15 minutes', () => {
  const wait = createRateLimitWait(retry)
  for (const seconds of [99_999_999, Infinity, 901]) expect(wait.take(seconds)).toBeUndefined()
  expect(wait.take(600)).toBeGreaterThanOrEqual(600_000)
  expect(wait.take(301)).toBeUndefined()
  expect(wait.take(200)).toBeGreaterThanOrEqual(200_000)
})

test('the waits end after `maxWait`, even if the server always asks for 0 seconds', () => {
  const wait = createRateLimitWait(retry, 10_000)
  let total = 0
  let times = 0
  for (let ms = wait.take(0); ms !== undefined && times < 1000; ms = wait.take(0), times++) total += ms
  expect(total).toBeCloseTo(10_000)
  expect(times).toBeLessThan(200)
})

test('after many waits, a wait is short again once another answer came', () => {
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
