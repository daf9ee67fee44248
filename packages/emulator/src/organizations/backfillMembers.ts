import { randomUUID } from 'node:crypto'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { getOrCreateMember } from '../domain/people/getOrCreateMember.ts'
import { showSeat } from '../domain/views/showSeat.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import { seats } from '../storage/seats/seats.ts'
import { sources } from '../storage/seats/sources.ts'
import type { MemberRow, SeatRow } from '../storage/database/rows.ts'

/**
 * Adapts an organization's data when its member model is switched on. Every customer with an email gets an owner, and
 * every pending or claimed seat without a member gets a member if an email is known. Seats that have a member keep
 * their own `customer_id`. No webhook is sent.
 */
export function backfillMembers(ruleContext: RuleContext, organizationId: string): void {
  const { database, clock } = ruleContext
  for (const { id, email, name, external_id } of customers.withoutOwner(database, organizationId)) {
    const owner = { id: randomUUID(), customer_id: id, email, name, external_id, role: 'owner' as const }
    members.insert(database, { ...owner, created_at: clock.now(), modified_at: null })
  }
  for (const seat of seats.withoutMember(database, organizationId)) moveToPayingCustomer(ruleContext, seat)
}

function moveToPayingCustomer(ruleContext: RuleContext, seat: SeatRow): void {
  const { database, clock } = ruleContext
  const payingCustomerId = sources.byId(database, seat.source_id)?.customer_id
  if (payingCustomerId === undefined) return
  const member = memberOf(ruleContext, seat, payingCustomerId)
  // Without an email there is no member. Then only `customer_id` says who has the seat, so the seat stays as it is.
  if (!member && seat.customer_id !== null) return
  const moved = {
    ...seat,
    customer_id: payingCustomerId,
    member_id: member?.id ?? null,
    email: member?.email ?? seat.email,
    modified_at: clock.now(),
  }
  seats.update(database, moved, showSeat(database, moved))
  const payingCustomer = customers.byId(database, payingCustomerId)
  if (payingCustomer?.type === 'individual') customers.setType(database, payingCustomerId, 'team', clock.now())
}

function memberOf(ruleContext: RuleContext, seat: SeatRow, payingCustomerId: string): MemberRow | undefined {
  const { database } = ruleContext
  if (seat.customer_id === payingCustomerId) return members.ownerOf(database, payingCustomerId)
  const customer = seat.customer_id === null ? undefined : customers.byId(database, seat.customer_id)
  const email = customer?.email ?? seat.email
  return email === null ? undefined : getOrCreateMember(ruleContext, payingCustomerId, email)
}
