import { SeatsError } from '@seats/core'
import { Refusal } from '../../http/refusals.ts'
import type { Report } from '../../internal/createReport.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/** Longer than a purchase can take, so that a second one cannot begin while the first is under way at Polar. */
const lockSeconds = 180
/** Milliseconds between two attempts to get the lock. */
const pauseMs = 100
/** If the store takes longer to renew the lock, the lock counts as lost. */
const renewLimitMs = 5_000
/** A store that hangs must not hold back the answer. The lock runs out by itself. */
const releaseLimitMs = 800

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
  const lock = (expected: string | null, limitMs: number) =>
    withTimeLimit(store.compareAndSet(key, { expected, value, seconds: lockSeconds }), limitMs, () => {
      throw locked()
    })
  const release = () => {
    const released = store.compareAndSet(key, { expected: value, value: null, seconds: 1 }).catch(report)
    return withTimeLimit<unknown>(released, releaseLimitMs, () => {})
  }
  const until = performance.now() + waitMs
  let isSettled = true
  try {
    while (!(await lock(null, until - performance.now()))) {
      if (performance.now() >= until) throw locked()
      await new Promise((resolve) => setTimeout(resolve, pauseMs))
    }
    return await work({
      async renew() {
        if (!(await lock(value, renewLimitMs))) throw locked()
      },
    })
  } catch (error) {
    // The purchase may still go through at Polar. Until then the lock stays, and runs out by itself.
    isSettled = !(error instanceof SeatsError && error.isAmbiguous)
    throw error
  } finally {
    // The lock is released even if the store did not confirm it, because the store may have set it all the same.
    if (isSettled) await release()
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
