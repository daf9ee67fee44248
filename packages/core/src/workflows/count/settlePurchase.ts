import { SeatsError } from '../../errors/SeatsError.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import { mayHaveHappened } from '../../internal/wire/mayHaveHappened.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

interface LostPurchase {
  /** The error of the lost answer. */
  error: SeatsError
  /** The time by which the charge has ended, by `performance.now`. */
  endsAt: number
  read: () => Promise<SeatSubscription>
  isMade: (subscription: SeatSubscription) => boolean
}

/** Milliseconds before the second read. Each further pause is twice as long. */
const firstPauseMs = 500
const longestPauseMs = 8_000

/**
 * Finds the outcome of a purchase with a lost answer. Reads until the charge must have ended.
 *
 * @throws SeatsError the error of the lost answer, still ambiguous, if nothing shows that the purchase was made
 */
export async function settlePurchase(run: WorkflowRun, lost: LostPurchase): Promise<SeatSubscription> {
  for (let pauseMs = firstPauseMs; ; pauseMs = Math.min(longestPauseMs, pauseMs * 2)) {
    const isOver = performance.now() >= lost.endsAt
    const found = await sendPatiently(run, lost.read).catch(() => undefined)
    if (found !== undefined && lost.isMade(found)) return found
    if (isOver || run.signal?.aborted) throw mayStillGoThrough(lost.error)
    // An abort ends the pause.
    await sleep(Math.min(pauseMs, Math.max(0, lost.endsAt - performance.now())), run.signal).catch(() => {})
  }
}

const mayStillGoThrough = (error: SeatsError) =>
  new SeatsError({
    ...error,
    cause: error.cause,
    detail: `${error.detail.replace(` ${mayHaveHappened}`, '')} The purchase may still go through: do not repeat it. Look at the seat count again in a few minutes.`,
  })
