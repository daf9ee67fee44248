import { SeatsError } from '../../errors/SeatsError.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { mayHaveHappenedText } from '../../internal/wire/mayHaveHappenedText.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

interface LostPurchase {
  /** The error of the lost answer. */
  error: SeatsError
  /** The time at which the charge has ended at the latest, in milliseconds of `performance.now`. */
  endsAtMs: number
  read: () => Promise<SeatSubscription>
  isVisible: (subscription: SeatSubscription) => boolean
}

/** Milliseconds before the second read. Each further pause is twice as long, up to `maxPauseMs`. */
const firstPauseMs = 500
const maxPauseMs = 8_000

/**
 * Finds out whether a purchase was made, if its answer was lost. Reads until the subscription shows the purchase, until the
 * charge has certainly ended, or until the caller aborts.
 *
 * @throws SeatsError the error of the lost answer, still ambiguous, if nothing shows that the purchase was made
 */
export async function settleLostPurchase(run: WorkflowRun, lostPurchase: LostPurchase): Promise<SeatSubscription> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(maxPauseMs, pauseMs * 2)) {
    const isLastRead = performance.now() >= lostPurchase.endsAtMs
    const latest = await sendWithRateLimitWait(run, lostPurchase.read).catch(() => undefined)
    if (latest !== undefined && lostPurchase.isVisible(latest)) return latest
    if (isLastRead || run.signal?.aborted) throw mayStillGoThrough(lostPurchase.error)
    // An abort ends the pause.
    await sleep(Math.min(pauseMs, Math.max(0, lostPurchase.endsAtMs - performance.now())), run.signal).catch(() => {})
  }
}

const mayStillGoThrough = (error: SeatsError) =>
  new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail.replace(` ${mayHaveHappenedText}`, '')} The purchase may still go through: do not repeat it. Look at the seat count again in a few minutes.`,
  })
