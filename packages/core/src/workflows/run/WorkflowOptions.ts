/** The options that every workflow takes. */
export interface WorkflowOptions {
  /** Starts no change more once aborted. One that is under way is let end, and a lost answer still looked into. */
  signal?: AbortSignal | undefined
  /** Milliseconds to wait in all where the server says 429. Default 900 000, which is 15 minutes. */
  maxWait?: number | undefined
  /** The clock, in milliseconds. Default: the client's. */
  now?: (() => number) | undefined
}
