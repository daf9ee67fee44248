import { sleep } from '../runtime/sleep.ts'
import { removeOldCalls, windowMs, type ClientBudget } from './clientBudget.ts'

/** Returns the most calls per minute for bulk work: the client's `ratePerMinute`, or half of the server's limit. */
export const bulkRate = ({ options, allowedPerMinute }: ClientBudget): number =>
  // Leaves the other half for people who use the page during an import.
  options.budget?.bulkRate ?? options.ratePerMinute ?? Math.max(1, Math.floor(allowedPerMinute / 2))

/** Waits until one more call may be sent at this rate, and reserves that call. */
export async function reserveCall(
  budget: ClientBudget,
  perMinute: number = bulkRate(budget),
  signal?: AbortSignal,
): Promise<void> {
  const { budget: shared } = budget.options
  if (shared) return shared.reserveCall(perMinute, signal)
  const limit = Math.max(1, Math.floor(perMinute))
  const { sentAtMs } = budget
  for (;;) {
    const now = performance.now()
    removeOldCalls(budget, now)
    if (sentAtMs.length < limit) break
    const freeAtMs = (sentAtMs[sentAtMs.length - limit] ?? 0) + windowMs
    await sleep(freeAtMs - now + 1, signal)
  }
  sentAtMs.push(performance.now())
  budget.reservedCount++
}

/** Undoes a reservation that no call has used. */
export function releaseCall(budget: ClientBudget): void {
  const { budget: shared } = budget.options
  if (shared) return shared.releaseCall()
  if (budget.reservedCount === 0) return
  budget.reservedCount--
  budget.sentAtMs.pop()
}
