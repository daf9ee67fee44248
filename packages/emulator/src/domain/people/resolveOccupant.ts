import { seats } from '../../storage/seats/seats.ts'
import type { CustomerRow, MemberRow, SourceRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'
import { seatAlreadyAssigned } from '../context/errors.ts'
import { findOrCreateCustomer } from './findOrCreateCustomer.ts'
import { getOrCreateMember } from './getOrCreateMember.ts'
import { resolveMember } from './resolveMember.ts'
import type { SeatRecipient } from '../../validation/bodies/SeatAssign.ts'

/** The person who gets a seat. */
export interface Occupant {
  customer_id: string
  member: MemberRow | undefined
  email: string | null
}

/**
 * Finds or creates the person that a recipient names. With the member model, or if one of the two member ids names the
 * recipient, the seat gets the paying customer's id. Otherwise the seat gets the id of the customer who is this person.
 * @throws PolarError if the person already has a seat of this source, or if the recipient does not name exactly one
 * person.
 */
export function resolveOccupant(context: Context, source: SourceRow, recipient: SeatRecipient): Occupant {
  const usesMember = source.member_model_enabled || recipient.external_member_id || recipient.member_id
  return usesMember ? memberOccupant(context, source, recipient) : customerOccupant(context, source, recipient)
}

function memberOccupant(context: Context, source: SourceRow, recipient: SeatRecipient): Occupant {
  const member: MemberRow = resolveMember(context, source, recipient)
  if (seats.isEmailSeated(context.database, source.id, member.email)) throw seatAlreadyAssigned(member.email)
  return { customer_id: source.customer_id, member, email: member.email }
}

function customerOccupant(context: Context, source: SourceRow, recipient: SeatRecipient): Occupant {
  const customer: CustomerRow = findOrCreateCustomer(context, source.organization_id, recipient)
  if (seats.isCustomerSeated(context.database, source.id, customer.id)) {
    throw seatAlreadyAssigned(recipient.email || recipient.external_customer_id || String(recipient.customer_id))
  }
  const member = customer.email === null ? undefined : getOrCreateMember(context, source.customer_id, customer.email)
  return { customer_id: customer.id, member, email: customer.email }
}
