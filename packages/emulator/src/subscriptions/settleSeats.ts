import { findSeatPrice } from '../billing/Price.ts'
import { revokeSeat } from '../domain/revokeSeat.ts'
import type { Work } from '../domain/Work.ts'
import { seats } from '../storage/seats.ts'
import { sources } from '../storage/sources.ts'
import { isActive, type Subscription } from './Subscription.ts'

const day = 86_400_000_000
const incomplete: ReadonlySet<string> = new Set(['incomplete', 'incomplete_expired'])

/** Revokes every seat of a subscription that is not active, unless its grace period lasts. */
export function settleSeats(work: Work, subscription: Subscription): void {
  const { row, prices } = subscription
  if (incomplete.has(row.status) || isActive(row.status) || isWithinGrace(work, subscription)) return
  const source = sources.byId(work.database, row.id)
  if (!source || !findSeatPrice(prices)) return
  for (const seat of seats.activeOf(work.database, row.id)) revokeSeat(work, source, seat)
  row.assigned = 0
}

function isWithinGrace({ clock }: Work, { row }: Subscription): boolean {
  if (row.status !== 'past_due' && row.status !== 'unpaid') return false
  if (row.benefit_revocation_grace_period === 0 || row.past_due_at === null) return false
  return clock.now() < row.past_due_at + row.benefit_revocation_grace_period * day
}
