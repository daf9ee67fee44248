import { findSeatPrice } from '../../billing/Price.ts'
import { revokeAllSeats } from '../../domain/seats/revokeAllSeats.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { sources } from '../../storage/seats/sources.ts'
import { isEntitled } from '../state/isEntitled.ts'
import { updateGrants } from './updateGrants.ts'
import type { Subscription } from '../state/Subscription.ts'

const incomplete: ReadonlySet<string> = new Set(['incomplete', 'incomplete_expired'])

/**
 * Revokes every seat and ends the benefits of a subscription that is not active, unless a grace period is running. Does
 * nothing if the subscription's first payment was never completed.
 */
export function revokeSeatsIfLapsed(ruleContext: RuleContext, subscription: Subscription): void {
  const { row, prices } = subscription
  if (incomplete.has(row.status) || isEntitled(ruleContext, row)) return
  updateGrants(ruleContext, row.id)
  const source = sources.byId(ruleContext.database, row.id)
  if (!source || !findSeatPrice(prices)) return
  revokeAllSeats(ruleContext, source)
  row.assigned = 0
}
