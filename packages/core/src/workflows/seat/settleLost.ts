import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { mayHaveHappened } from '../../internal/wire/mayHaveHappened.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import type { LostCall } from './LostCall.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** The pause before the second read. Each further pause is twice as long. */
const firstPauseMs = 500

/**
 * Finds out whether a change was made whose answer was lost. Reads until the server shows the change, or until the
 * server must have ended the call.
 *
 * @param read Reads from the server. It must pass `retry: false` to the client.
 * @param find Returns the result if the change was made, or undefined if the read does not show it yet.
 * @throws SeatsError that is not ambiguous if the change was not made. The ambiguous error of the call if a read fails,
 * or if the caller aborts before the server has ended the call.
 */
export async function settleLost<Answer, Found>(
  run: WorkflowRun,
  lost: LostCall,
  read: () => Promise<Answer>,
  find: (answer: Answer) => Found | undefined | Promise<Found | undefined>,
): Promise<Found> {
  for (let pauseMs = firstPauseMs; ; pauseMs *= 2) {
    const isOver = performance.now() >= lost.endsAt
    const found = await find(await readAfter(run, lost, read))
    if (found !== undefined) return found
    if (isOver) throw notMade(lost.error)
    if (run.signal?.aborted) throw lost.error
    // An abort ends the pause, and one more read follows.
    await sleep(Math.min(pauseMs, Math.max(0, lost.endsAt - performance.now())), run.signal).catch(() => {})
  }
}

/** Reads after a lost answer. If the read fails, throws an error which says that the change may have been made. */
export async function readAfter<Answer>(
  run: WorkflowRun,
  lost: LostCall,
  read: () => Promise<Answer>,
): Promise<Answer> {
  try {
    return await sendPatiently(run, read)
  } catch (error) {
    throw isSeatsError(error, 'RateLimited') ? stillOpen(error, lost.error) : lost.error
  }
}

/** Returns the error for a workflow that may not wait any longer after a 429, while a lost answer is not settled. */
export const stillOpen = (limited: SeatsError, { operation }: SeatsError): SeatsError =>
  new SeatsError({
    ...limited,
    operation,
    detail: `${limited.detail} ${mayHaveHappened}`,
    isRetryable: false,
    isAmbiguous: true,
  })

const notMade = (error: SeatsError) =>
  new SeatsError({
    ...error,
    detail: `${error.detail.replace(` ${mayHaveHappened}`, '')} Nothing was changed: try again.`,
    cause: error.cause,
    isRetryable: true,
    isAmbiguous: false,
  })
