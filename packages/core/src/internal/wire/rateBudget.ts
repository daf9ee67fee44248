import type { CallBudget } from '../../options/CallBudget.ts'

/** The calls of one client in the last 60 s, and their limits. */
export interface RateBudget {
  /** The client's `ratePerMinute`, if it is set. */
  readonly chosenPerMinute: number | undefined
  /** The server's limit, in calls per minute. */
  allowedPerMinute: number
  /**
   * The times of the last calls, oldest first, by a clock that nobody can set back. It may still contain calls that are
   * older than 60 s.
   */
  readonly sentAtMs: number[]
  /** The number of calls in `sentAtMs` that are reserved, but not sent yet. */
  reservedCount: number
  /** The client's `budget`, if it is set. Then it alone decides. */
  readonly shared: CallBudget | undefined
}

/** Calls are counted over this time. */
export const windowMs = 60_000

/**
 * Creates a client's budget.
 *
 * @param chosenPerMinute The client's `ratePerMinute`, if it is set.
 * @param allowedPerMinute The server's limit until an answer contains another one, in calls per minute.
 * @param shared The client's `budget`, if it is set.
 */
export const createRateBudget = (
  chosenPerMinute: number | undefined,
  allowedPerMinute = 500,
  shared?: CallBudget,
): RateBudget => ({
  chosenPerMinute,
  allowedPerMinute,
  sentAtMs: [],
  reservedCount: 0,
  shared,
})

/** Counts a call that is sent now. It may exceed the limit. */
export function countCall(budget: RateBudget): void {
  budget.shared?.countCall()
  const now = performance.now()
  removeOldCalls(budget, now)
  if (budget.reservedCount > 0) budget.reservedCount--
  else budget.sentAtMs.push(now)
}

/** Removes the calls that are older than 60 s. */
export function removeOldCalls({ sentAtMs }: RateBudget, now: number): void {
  while (sentAtMs[0] !== undefined && sentAtMs[0] <= now - windowMs) sentAtMs.shift()
}
