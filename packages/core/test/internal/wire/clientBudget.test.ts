import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { countCall, createClientBudget, type ClientBudget } from '../../../src/internal/wire/clientBudget.ts'
import { releaseCall, reserveCall } from '../../../src/internal/wire/reserveCall.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** Reserves and counts calls, four at a time. Returns a list to which the time of each call is added. */
function sendCalls(budget: ClientBudget, callCount: number, rate?: number) {
  const sentAtMs: number[] = []
  let remainingCalls = callCount
  const worker = async () => {
    while (remainingCalls-- > 0) {
      await reserveCall(budget, rate)
      // Between the reservation and the call, the client may wait for its token.
      await Promise.resolve()
      countCall(budget)
      sentAtMs.push(performance.now())
    }
  }
  void Promise.all([worker(), worker(), worker(), worker()])
  return sentAtMs
}

/** Returns the highest number of calls in any minute. */
const maxPerMinute = (sentAtMs: number[]) =>
  Math.max(...sentAtMs.map((from) => sentAtMs.filter((time) => time >= from && time < from + 60_000).length))

test.each([1, 2, 10, 100])('no minute has more than %i calls', async (rate) => {
  const sentAtMs = sendCalls(createClientBudget({ ratePerMinute: rate }), rate * 3 + 1)
  await vi.advanceTimersByTimeAsync(5 * 60_000)
  expect(sentAtMs).toHaveLength(rate * 3 + 1)
  expect(maxPerMinute(sentAtMs)).toBe(rate)
})

test('calls without a reservation are counted too', async () => {
  const budget = createClientBudget({ ratePerMinute: 10 })
  for (let index = 0; index < 8; index++) countCall(budget)
  const sentAtMs = sendCalls(budget, 3)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(sentAtMs).toHaveLength(2)
  await vi.advanceTimersByTimeAsync(2_000)
  expect(sentAtMs).toHaveLength(3)
})

test('two jobs share a budget', async () => {
  const budget = createClientBudget({ ratePerMinute: 10 })
  const [firstJob, secondJob] = [sendCalls(budget, 8), sendCalls(budget, 8)]
  await vi.advanceTimersByTimeAsync(59_000)
  expect(firstJob.length + secondJob.length).toBe(10)
})

test.each([0, -5, 0.5])('a rate of %d means one call per minute', async (rate) => {
  const sentAtMs = sendCalls(createClientBudget({ ratePerMinute: 500 }), 2, rate)
  await vi.advanceTimersByTimeAsync(59_000)
  expect(sentAtMs).toHaveLength(1)
  expect(vi.getTimerCount()).toBeLessThanOrEqual(4)
})

test('a released call can be reserved again', async () => {
  const budget = createClientBudget({ ratePerMinute: 1 })
  await reserveCall(budget)
  releaseCall(budget)
  const sentAtMs = sendCalls(budget, 1)
  await vi.advanceTimersByTimeAsync(0)
  expect(sentAtMs).toHaveLength(1)
})

test('an abort ends the wait', async () => {
  const budget = createClientBudget({ ratePerMinute: 1 })
  countCall(budget)
  const controller = new AbortController()
  const waitingCall = reserveCall(budget, undefined, controller.signal)
  const reason = new Error('left')
  controller.abort(reason)
  await expect(waitingCall).rejects.toBe(reason)
  expect(vi.getTimerCount()).toBe(0)
})
