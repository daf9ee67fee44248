/**
 * Counts the calls to the server, and limits the calls of bulk work. By default each client has its own budget.
 * `sharedBudget` of `@seats/server` creates a budget that several processes share.
 */
export interface CallBudget {
  /** The largest number of calls per minute for bulk work. Replaces the client's `ratePerMinute`. */
  readonly bulkRate: number
  /** Counts a call that is sent now, even if the limit is reached. */
  countCall(): void
  /** Waits until one more call may be sent at this rate (by default `bulkRate`), and reserves that call. */
  reserveCall(perMinute?: number, signal?: AbortSignal): Promise<void>
  /** Undoes a reservation that no call has used. */
  releaseCall(): void
}
