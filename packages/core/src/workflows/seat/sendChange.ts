import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** A change whose answer was lost. The server may have made the change, or may still make it. */
export interface LostCall {
  error: SeatsError
  /** The time of sending, in milliseconds of the server's clock. */
  sentAtMs: number
  /** The time at which the answer was lost, in milliseconds of the server's clock. */
  lostAtMs: number
  /** The earliest time at which the call can have been sent: 0 if no answer had contained the server's time. */
  earliestSentAtMs: number
  /** The time at which the server has certainly ended the call, in milliseconds of `performance.now`. */
  endsAtMs: number
}

/** The longest time that the server works on a call. */
const serverLimitMs = 10_000

/**
 * Sends a change. Sends it again only after a failure that has certainly changed nothing, such as a 429. Resolves with
 * the answer, or with the lost call if there is no clear answer.
 */
export async function sendChange<T>(
  run: WorkflowRun,
  send: (options: CallOptions) => Promise<T>,
): Promise<{ answer: T; lostCall?: undefined } | { lostCall: LostCall }> {
  let sentAtMs = 0
  let earliestSentAtMs = 0
  let endsAtMs = 0
  try {
    const answer = await sendWithRateLimitWait(run, () => {
      sentAtMs = run.now()
      earliestSentAtMs = run.earliestNow()
      endsAtMs = performance.now() + serverLimitMs
      // The change gets no signal. So it runs to its end after an abort, and its outcome is known.
      return send({ retry: false })
    })
    return { answer }
  } catch (error) {
    if (!isSeatsError(error) || !error.isAmbiguous) throw error
    return { lostCall: { error, sentAtMs, lostAtMs: run.now(), earliestSentAtMs, endsAtMs } }
  }
}
