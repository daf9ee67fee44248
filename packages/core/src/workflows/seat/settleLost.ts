import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { mayHaveHappenedText } from '../../internal/wire/mayHaveHappenedText.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import type { LostCall } from './sendChange.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** The pause before the second read. Each further pause is twice as long. */
const firstPauseMs = 500

/**
 * Finds out whether a change with a lost answer was made. Reads until the server shows the change, or until the server
 * must have ended the call.
 *
 * @param read Reads from the server. It must pass `retry: false` to the client.
 * @param find Returns the result if the change was made, or undefined if the read does not show it yet.
 * @throws SeatsError The error is not ambiguous if the change was certainly not made. It is ambiguous if a read fails,
 * or if the caller aborts before the server has ended the call.
 */
export async function settleLost<Answer, Found>(
  run: WorkflowRun,
  lostCall: LostCall,
  read: () => Promise<Answer>,
  find: (answer: Answer) => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const isLastRead = performance.now() >= lostCall.endsAtMs
    const found = await find(await readAfterLoss(run, lostCall, read))
    if (found !== undefined) return found
    if (isLastRead) throw notMadeError(lostCall.error)
    if (run.signal?.aborted) throw lostCall.error
    // After an abort the pause ends, and the server is read once more.
    await sleep(Math.min(pauseMs, Math.max(0, lostCall.endsAtMs - performance.now())), run.signal).catch(() => {})
  }
}

/** Reads after a lost answer. If the read fails, throws an error which says that the change may have been made. */
export async function readAfterLoss<Answer>(
  run: WorkflowRun,
  lostCall: LostCall,
  read: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await sendWithRateLimitWait(run, read)
  } catch (error) {
    throw isSeatsError(error, 'RateLimited') ? stillAmbiguous(error, lostCall.error) : lostCall.error
  }
}

/**
 * Returns the error to throw if a call after the lost call gets a 429 and the workflow must not wait any longer. The
 * error is ambiguous, because nobody knows whether the lost call took effect.
 */
export const stillAmbiguous = (rateLimitError: SeatsError, { operation }: SeatsError): SeatsError =>
  new SeatsError({
    ...rateLimitError,
    operation,
    detail: `${rateLimitError.detail} ${mayHaveHappenedText}`,
    isRetryable: false,
    isAmbiguous: true,
  })

const notMadeError = (error: SeatsError) =>
  new SeatsError({
    ...error,
    detail: `${error.detail.replace(` ${mayHaveHappenedText}`, '')} Nothing was changed: try again.`,
    cause: error.cause,
    isRetryable: true,
    isAmbiguous: false,
  })
