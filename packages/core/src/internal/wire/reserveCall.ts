import { sleep } from '../runtime/sleep.ts'
import { removeOldCalls, windowMs, type ClientBudget } from './clientBudget.ts'

/**
 * Returns the largest number of calls per minute for bulk work: the rate of the shared budget, or else the client's
 * `ratePerMinute`, or else half of the server's limit. The other half is for people who use the page during an import.
 */
export const bulkRate = ({ options, allowedPerMinute }: ClientBudget): number =>
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
  for (;;) {
    const now = performance.now()
    removeOldCalls(budget, now)
    const { sentAtMs } = budget
    if (sentAtMs.length < limit) break
    const freeAtMs = (sentAtMs[sentAtMs.length - limit] ?? 0) + windowMs
    await sleep(freeAtMs - now + 1, signal)
  }
  budget.sentAtMs.push(performance.now())
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
