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
 * Adapts an organization's data when its member model is switched on. Every customer gets an owner, and seats without
 * a member get one. Seats that have a member keep their own `customer_id`. No webhook is sent.
 */
export function backfillMembers(ruleContext: RuleContext, organizationId: string): void {
  const { database, clock } = ruleContext
  for (const { id, email, name, external_id } of customers.withoutOwner(database, organizationId)) {
    const owner = { id: randomUUID(), customer_id: id, email, name, external_id, role: 'owner' as const }
    members.insert(database, { ...owner, created_at: clock.now(), modified_at: null })
  }
  for (const seat of seats.withoutMember(database, organizationId)) moveToPayer(ruleContext, seat)
}

function moveToPayer(ruleContext: RuleContext, seat: SeatRow): void {
  const { database, clock } = ruleContext
  const payerId = sources.byId(database, seat.source_id)?.customer_id
  if (payerId === undefined) return
  const member = memberOf(ruleContext, seat, payerId)
  // Without a member it is not known who has the seat.
  if (!member && seat.customer_id !== null) return
  const moved = {
    ...seat,
    customer_id: payerId,
    member_id: member?.id ?? null,
    email: member?.email ?? seat.email,
    modified_at: clock.now(),
  }
  seats.update(database, moved, showSeat(database, moved))
  const payer = customers.byId(database, payerId)
  if (payer?.type === 'individual') customers.setType(database, payerId, 'team', clock.now())
}

function memberOf(ruleContext: RuleContext, seat: SeatRow, payerId: string): MemberRow | undefined {
  const { database } = ruleContext
  if (seat.customer_id === payerId) return members.ownerOf(database, payerId)
  const customer = seat.customer_id === null ? undefined : customers.byId(database, seat.customer_id)
  const email = customer?.email ?? seat.email
  return email === null ? undefined : getOrCreateMember(ruleContext, payerId, email)
}
