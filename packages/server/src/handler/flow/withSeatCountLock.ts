import { SeatsError } from '@seats/core'
import { Refusal } from '../../http/refusals.ts'
import type { ReportError } from '../../internal/createErrorReporter.ts'
import { sleep } from '../../internal/sleep.ts'
import { withTimeLimit } from '../../internal/withTimeLimit.ts'
import type { SeatsStore } from '../../store/SeatsStore.ts'

/**
 * The time after which a lock runs out. A purchase at Polar cannot take longer, so the next purchase cannot overlap it.
 */
const lockSeconds = 180
/** Milliseconds between two attempts to get the lock. */
const pauseMs = 100
/** If the renewal of the lock takes longer than this, the lock counts as lost. */
const renewLimitMs = 5_000
/**
 * The longest time that the answer waits for the release of the lock. Without the release, the lock runs out by itself.
 */
const releaseLimitMs = 800

interface SeatCountLock {
  /**
   * Renews the lock. Call it right before the change.
   *
   * @throws Refusal if the lock was lost. Then the change must not be sent.
   */
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
  const setLock = (expected: string | null, limitMs: number) =>
    withTimeLimit(store.compareAndSet(key, { expected, value, seconds: lockSeconds }), limitMs, () => {
      throw lockedError()
    })
  const release = () => {
    const releasing = store.compareAndSet(key, { expected: value, value: null, seconds: 1 }).catch(report)
    return withTimeLimit<unknown>(releasing, releaseLimitMs, () => {})
  }
  const deadline = performance.now() + waitMs
  let mayRelease = true
  try {
    while (!(await setLock(null, deadline - performance.now()))) {
      if (performance.now() >= deadline) throw lockedError()
      await sleep(pauseMs)
    }
    return await work({
      async renew() {
        if (!(await setLock(value, renewLimitMs))) throw lockedError()
      },
    })
  } catch (error) {
    // After an ambiguous error, the purchase may still go through at Polar. So the lock is not released: it runs out by
    // itself.
    mayRelease = !(error instanceof SeatsError && error.isAmbiguous)
    throw error
  } finally {
    // Releases the lock even if the store did not confirm it: the store may have set the lock although its answer was
    // lost.
    if (mayRelease) await release()
  }
}

interface LockParams {
  store: SeatsStore
  report: ReportError
  subscription_id: string
  waitMs: number
}

const lockedError = () =>
  new Refusal({
    code: 'SubscriptionLocked',
    status: 409,
    detail: 'Another change of the seat count is under way. Nothing was bought. Try again in a moment.',
  })
