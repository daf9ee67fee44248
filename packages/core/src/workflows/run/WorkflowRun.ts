import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { maxDelayOf } from '../../internal/wire/retryDelay.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import { checkWorkflowOptions } from './checkWorkflowOptions.ts'
import { createRateLimitWait, type RateLimitWait } from './createRateLimitWait.ts'
import type { WorkflowOptions } from './WorkflowOptions.ts'

/** The client, signal and clock that all steps of one workflow share, and the time that they may wait. */
export interface WorkflowRun {
  client: SeatsClient
  retry: RetryOptions | false
  signal: AbortSignal | undefined
  /** The time that all steps together may still wait after 429s. */
  wait: RateLimitWait
  /** Returns the time in milliseconds, by the option `now` or else by `client.now`. */
  now: () => number
  /**
   * Returns a time that the server's clock has certainly reached, in milliseconds, by the option `now` or else by
   * `client.earliestNow`.
   */
  earliestNow: () => number
}

/** @throws SeatsError `ConfigurationError` for an invalid option, or a client that `createSeatsClient` has not made. */
export function startRun(client: SeatsClient, options: WorkflowOptions = {}): WorkflowRun {
  checkWorkflowOptions(options)
  return createRun(client, options)
}

/**
 * Creates the run of a change that a page waits for. After 429s, it waits no longer than the client does for one call.
 */
export function startPageRun(client: SeatsClient): WorkflowRun {
  return createRun(client, pageWorkflowOptions(client))
}

/**
 * Returns the options of a workflow that a page waits for. After 429s, the workflow waits no longer than the client
 * does for one call.
 */
export function pageWorkflowOptions(client: object): { maxWait: number } {
  const { retry } = internalsOf(client)
  const { attempts = 3 } = retry || { attempts: 1 }
  return { maxWait: (attempts - 1) * maxDelayOf(retry) }
}

function createRun(client: SeatsClient, options: WorkflowOptions): WorkflowRun {
  const { retry } = internalsOf(client)
  const { signal, maxWait, now = client.now } = options
  const earliestNow = options.now ?? client.earliestNow
  return { client, retry, signal, wait: createRateLimitWait(retry, maxWait), now, earliestNow }
}
