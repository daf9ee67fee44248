import { SeatsError } from '@seats/core'
import { Refusal } from '../../http/refusals.ts'
import type { Report } from '../../internal/createReport.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/** Longer than a purchase can take, so that a second one cannot begin while the first is under way at Polar. */
const lockSeconds = 180
/** Milliseconds between two attempts to get the lock. */
const pauseMs = 100

interface SeatCountLock {
  /** Renews the lock. Call it right before the change. @throws Refusal if the lock has run out: then nothing may be sent. */
  renew: () => Promise<void>
}

/**
 * Runs `work` while no other process changes the seat count of this subscription. Waits for a change that is under way.
 *
 * @param waitMs The longest time to wait for the lock.
 * @throws Refusal `SubscriptionLocked`, with status 409, if the lock did not become free, or was lost.
 */
export async function withSeatCountLock<T>(
  { store, report, subscription_id, waitMs }: LockParams,
  work: (lock: SeatCountLock) => Promise<T>,
): Promise<T> {
  const key = `seat-count:${subscription_id}`
  const value = crypto.randomUUID()
  const until = performance.now() + waitMs
  while (!(await store.compareAndSet(key, { expected: null, value, seconds: lockSeconds }))) {
    if (performance.now() >= until) throw locked()
    await new Promise((resolve) => setTimeout(resolve, pauseMs))
  }
  let isSettled = true
  try {
    return await work({
      async renew() {
        if (!(await store.compareAndSet(key, { expected: value, value, seconds: lockSeconds }))) throw locked()
      },
    })
  } catch (error) {
    // The purchase may still go through at Polar. Until then the lock stays, and runs out by itself.
    isSettled = !(error instanceof SeatsError && error.isAmbiguous)
    throw error
  } finally {
    if (isSettled) await store.compareAndSet(key, { expected: value, value: null, seconds: 1 }).catch(report)
  }
}

interface LockParams {
  store: SeatsStore
  report: Report
  subscription_id: string
  waitMs: number
}

const locked = () =>
  new Refusal({
    code: 'SubscriptionLocked',
    status: 409,
    detail: 'Another change of the seat count is under way. Nothing was bought. Try again in a moment.',
  })
