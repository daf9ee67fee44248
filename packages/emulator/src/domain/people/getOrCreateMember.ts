import { randomUUID } from 'node:crypto'
import { members } from '../../storage/people/members.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'

/** Returns the customer's member with this email, ignoring case. If no member has the email, adds a member. */
export function getOrCreateMember({ database, clock }: Context, customerId: string, email: string): MemberRow {
  const existing = members.byEmail(database, customerId, email)
  if (existing) return existing
  const member: MemberRow = {
    id: randomUUID(),
    customer_id: customerId,
    email,
    external_id: null,
    name: null,
    role: 'member',
    created_at: clock.now(),
    modified_at: null,
  }
  members.insert(database, member)
  return member
}
