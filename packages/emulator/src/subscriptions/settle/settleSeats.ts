import { findSeatPrice } from '../../billing/Price.ts'
import { revokeSeat } from '../../domain/seats/revokeSeat.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { seats } from '../../storage/seats/seats.ts'
import { sources } from '../../storage/seats/sources.ts'
import { isPayerEntitled } from '../state/isPayerEntitled.ts'
import { settleGrants } from './settleGrants.ts'
import type { Subscription } from '../state/Subscription.ts'

const incomplete: ReadonlySet<string> = new Set(['incomplete', 'incomplete_expired'])

/** Revokes every seat of a subscription that is not active, unless its grace period has not ended. */
export function settleSeats(ruleContext: RuleContext, subscription: Subscription): void {
  const { row, prices } = subscription
  if (incomplete.has(row.status) || isPayerEntitled(ruleContext, row)) return
  settleGrants(ruleContext, row.id)
  const source = sources.byId(ruleContext.database, row.id)
  if (!source || !findSeatPrice(prices)) return
  for (const seat of seats.activeOf(ruleContext.database, row.id)) revokeSeat(ruleContext, source, seat)
  row.assigned = 0
}
