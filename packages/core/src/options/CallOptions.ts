import type { RetryOptions } from './RetryOptions.ts'

/** The options that every call takes in addition to its input. */
export interface CallOptions {
  /** After an abort, the call ends and rejects with the signal's reason. */
  signal?: AbortSignal | undefined
  /** Replaces the client's `retry` for this call. */
  retry?: RetryOptions | false | undefined
  /** Milliseconds for each attempt. Replaces the client's `timeout` for this call. */
  timeout?: number | undefined
}
