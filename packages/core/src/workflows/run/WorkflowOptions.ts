/** The options that every workflow takes. */
export interface WorkflowOptions {
  /** After an abort, no further change is sent. A change that was sent before still runs to its end. */
  signal?: AbortSignal | undefined
  /** The most milliseconds to wait after 429 answers, all waits together. Default 900 000, which is 15 minutes. */
  maxWait?: number | undefined
  /** Returns the time in milliseconds since 1970. Default: the client's clock. */
  now?: (() => number) | undefined
}
