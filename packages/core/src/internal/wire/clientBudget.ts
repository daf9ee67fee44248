import type { CallBudget } from '../../options/CallBudget.ts'

/** The calls of one client in the last 60 s, and their limits. */
export interface ClientBudget {
  /** Options of the client. If `budget` is set, that shared budget limits bulk work, and `sentAtMs` does not. */
  readonly options: { ratePerMinute?: number | undefined; budget?: CallBudget | undefined }
  /** The server's limit, in calls per minute. */
  allowedPerMinute: number
  /** The times of the last calls, in milliseconds of `performance.now`, oldest first. Some can be older than 60 s. */
  sentAtMs: number[]
  /** The number of calls in `sentAtMs` that are reserved, but not sent yet. */
  reservedCount: number
}

/** A rate is the number of calls in a window of this length. */
export const windowMs = 60_000

/**
 * Creates a client's budget.
 *
 * @param allowedPerMinute The server's limit until an answer contains another limit, in calls per minute.
 */
export const createClientBudget = (options: ClientBudget['options'], allowedPerMinute = 500): ClientBudget => ({
  options,
  allowedPerMinute,
  sentAtMs: [],
  reservedCount: 0,
})

/** Counts a call that is sent now, even if the limit is reached. */
export function countCall(budget: ClientBudget): void {
  budget.options.budget?.countCall()
  const now = performance.now()
  if (now - (budget.sentAtMs[0] ?? now) > windowMs + 1_000) removeOldCalls(budget, now)
  if (budget.reservedCount > 0) budget.reservedCount--
  else budget.sentAtMs.push(now)
}

/** Removes the calls that are older than 60 s. It takes time in proportion to all calls in the list. */
export function removeOldCalls(budget: ClientBudget, now: number): void {
  budget.sentAtMs = budget.sentAtMs.filter((time) => time > now - windowMs)
}
