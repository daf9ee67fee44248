/**
 * Limits the calls to the server. By default each client has its own budget. `sharedBudget` of `@seats/server` creates
 * one for several processes.
 */
export interface CallBudget {
  /** The most calls per minute for bulk work: the client's `ratePerMinute`, or half of the server's limit. */
  readonly bulkRate: number
  /** Counts a call that is sent now, even if it exceeds the limit. */
  countCall(): void
  /** Waits until one more call may be sent at this rate (by default `bulkRate`), and reserves that call. */
  reserveCall(perMinute?: number, signal?: AbortSignal): Promise<void>
  /** Undoes a reservation that no call has used. */
  releaseCall(): void
}
