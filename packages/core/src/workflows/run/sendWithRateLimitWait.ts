import { isSeatsError } from '../../errors/isSeatsError.ts'
import { retryDelay } from '../../internal/wire/retryDelay.ts'
import { sleep } from '../../internal/runtime/sleep.ts'
import type { WorkflowRun } from './WorkflowRun.ts'

/**
 * Sends a call again after each 429, until the run may wait no longer. After other failures that can be retried, sends
 * it again as often as the client would. `send` must pass `retry: false` to the client, so that only this function
 * waits.
 */
export async function sendWithRateLimitWait<T>(
  { retry, wait, signal }: WorkflowRun,
  send: () => Promise<T>,
): Promise<T> {
  for (let failureCount = 0; ;) {
    try {
      const answer = await send()
      wait.reset()
      return answer
    } catch (error) {
      if (!isSeatsError(error)) throw error
      const waitMs = error.status === 429 ? wait.take(error.retryAfter) : retryDelay(error, ++failureCount, retry)
      if (waitMs === undefined) throw error
      await sleep(waitMs, signal)
    }
  }
}
