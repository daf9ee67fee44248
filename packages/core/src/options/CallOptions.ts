import type { RetryOptions } from './RetryOptions.ts'

/** The options that every call takes, beside its input. */
export interface CallOptions {
  /** Ends the call; its reason is what the call rejects with. */
  signal?: AbortSignal | undefined
  /** In place of the client's. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for each attempt, in place of the client's. */
  timeout?: number | undefined
}
