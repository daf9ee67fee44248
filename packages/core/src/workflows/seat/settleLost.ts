import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { mayHaveHappened } from '../../internal/wire/mayHaveHappened.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import type { LostCall } from './LostCall.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** Milliseconds to the second read. Each further pause is twice as long. */
const firstPauseMs = 500

/**
 * Finds out what became of a change whose answer was lost: reads until the server shows the change, or until it has ended
 * the call.
 *
 * @param read Reads from the server. Pass `retry: false` to the client.
 * @param find Returns what shows that the change was made; undefined if nothing does yet.
 * @throws SeatsError that is not ambiguous if the change was not made; the ambiguous one if reading fails too, or if the
 * caller leaves before the server has ended the call
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

/** Reads after a lost answer. A read that fails leaves open what the call did, and the error says so. */
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

/** Returns the error for a workflow that may not wait for a 429 any longer, while a lost answer is still open. */
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
