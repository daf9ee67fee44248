import { assignSeats, createSeatsClient } from '@seats/core'
import { startEmulator } from '@seats/emulator'
import { memoryStore, sharedBudget, type SeatsStore } from '@seats/server'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Reserves calls in one process. Returns a function that returns the number of calls that were allowed so far. */
function reserve(store: SeatsStore, calls: number, perMinute?: number) {
  const budget = sharedBudget(store, { ratePerMinute: 60 })
  let allowedCount = 0
  for (let call = 0; call < calls; call++) void budget.reserveCall(perMinute).then(() => allowedCount++)
  return () => allowedCount
}

describe('sharedBudget', () => {
  test('two processes together keep the rate of the budget', async () => {
    const store = memoryStore()
    const [countOfFirst, countOfSecond] = [reserve(store, 15), reserve(store, 15)]
    await vi.advanceTimersByTimeAsync(9_000)
    expect(countOfFirst() + countOfSecond()).toBe(10)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(countOfFirst() + countOfSecond()).toBe(20)
    await vi.advanceTimersByTimeAsync(10_000)
    expect(countOfFirst() + countOfSecond()).toBe(30)
  })

  test('calls that are not part of a bulk job count too, and never wait', async () => {
    const store = memoryStore()
    const budget = sharedBudget(store, { ratePerMinute: 60 })
    for (let call = 0; call < 30; call++) budget.countCall()
    await vi.advanceTimersByTimeAsync(0)
    const countOfBulkJob = reserve(store, 1)
    await vi.advanceTimersByTimeAsync(5_000)
    expect(countOfBulkJob()).toBe(0)
    await vi.advanceTimersByTimeAsync(6_000)
    expect(countOfBulkJob()).toBe(1)
  })

  test('a job with a slower rate of its own keeps that rate', async () => {
    const countAllowed = reserve(memoryStore(), 5, 12)
    await vi.advanceTimersByTimeAsync(9_000)
    expect(countAllowed()).toBe(2)
  })

  test('an abort ends the wait, and a store that failed is asked again', async () => {
    let isAway = true
    const memory = memoryStore()
    const spend: SeatsStore['spend'] = async (...call) => {
      if (isAway) throw new Error('away')
      return memory.spend(...call)
    }
    const budget = sharedBudget({ ...memory, spend })
    const controller = new AbortController()
    const stopped = budget.reserveCall(undefined, controller.signal).catch((error: unknown) => error)
    controller.abort('left')
    expect(await stopped).toBe('left')
    budget.countCall()
    const reserved = budget.reserveCall()
    isAway = false
    await vi.advanceTimersByTimeAsync(1_000)
    await reserved
  })

  test('a bulk job keeps the rate of the budget', async () => {
    const emulator = await startEmulator()
    onTestFinished(() => emulator.close())
    const client = createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: emulator.url,
      fetch: emulator.fetch,
      budget: sharedBudget(memoryStore(), { ratePerMinute: 24 }),
    })
    const source = { subscription_id: emulator.ref('acme/sub') }
    const recipients = Array.from({ length: 7 }, (_, index) => ({ email: `p${index}@example.com` }))
    const job = assignSeats(client, { source, recipients })
    await vi.advanceTimersByTimeAsync(9_000)
    const count = () => emulator.requests().filter(({ method }) => method === 'POST').length
    expect(count()).toBeLessThan(5)
    await vi.advanceTimersByTimeAsync(60_000)
    expect((await job).results.filter(({ outcome }) => outcome === 'assigned')).toHaveLength(7)
  })

  test.each([0, 5, NaN, -1])('a rate of %s is refused', (ratePerMinute) => {
    expect(() => sharedBudget(memoryStore(), { ratePerMinute })).toThrow(
      expect.objectContaining({ code: 'ConfigurationError' }),
    )
  })
})
