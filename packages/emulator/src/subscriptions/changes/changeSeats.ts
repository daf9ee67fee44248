import { dayOf, endOfPeriod } from '../../billing/endOfPeriod.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { billingEntries } from '../../storage/billing/billingEntries.ts'
import type { ProrationBehavior } from '../../storage/database/rows.ts'
import type { Change } from '../state/Change.ts'
import { checkSeatCount } from '../state/checkSeatCount.ts'
import { seatEntry } from '../charges/seatEntry.ts'
import { updateAmount, type Subscription } from '../state/Subscription.ts'
import { changePending, dropPending, upsertPending } from '../state/upsertPending.ts'

/** Changes the number of seats of a subscription, at once or from the next period on. */
export function changeSeats(
  ruleContext: RuleContext,
  subscription: Subscription,
  { seats, behavior }: { seats: number; behavior: ProrationBehavior | null },
): Change {
  checkSeatCount(subscription, seats)
  const { row } = subscription
  const effectiveBehavior = behavior ?? row.proration_behavior
  if (seats === row.seats) return keepSeats(ruleContext, subscription)
  if (effectiveBehavior === 'next_period') {
    upsertPending(ruleContext, subscription, { seats })
    return {}
  }
  if (subscription.pending?.product_id) changePending(ruleContext, subscription, { seats: null })
  else dropPending(ruleContext, subscription)

  const now = ruleContext.clock.now()
  const entry =
    row.status === 'trialing' ? undefined : seatEntry(subscription, seats, { behavior: effectiveBehavior, now })
  if (entry) billingEntries.insert(ruleContext.database, entry)
  row.seats = seats
  updateAmount(subscription)
  if (effectiveBehavior === 'reset') restartPeriod(subscription, now)
  return entry && effectiveBehavior !== 'prorate' ? { bill: 'invoice' } : {}
}

/** Keeps the number of seats. A scheduled change of the number is dropped. */
function keepSeats(ruleContext: RuleContext, subscription: Subscription): Change {
  const { pending } = subscription
  if (!pending || pending.seats === null) return { isUnchanged: true }
  if (pending.product_id === null) dropPending(ruleContext, subscription)
  else changePending(ruleContext, subscription, { seats: null })
  return {}
}

/** Starts a new period now. Later periods end on the same day of the month. */
export function restartPeriod({ row }: Subscription, now: number): void {
  row.anchor_day = dayOf(now)
  row.current_period_start = now
  row.current_period_end = endOfPeriod(now, row, row.anchor_day)
}
