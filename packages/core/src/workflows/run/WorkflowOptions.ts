/** The options that every workflow takes. */
export interface WorkflowOptions {
  /** After an abort, a workflow begins no further change. A change that it has begun still runs to its end. */
  signal?: AbortSignal | undefined
  /** The largest number of milliseconds for all waits after 429s together. Default 900 000, which is 15 minutes. */
  maxWait?: number | undefined
  /** Returns the time in milliseconds since 1970. Default: the client's clock. */
  now?: (() => number) | undefined
}
