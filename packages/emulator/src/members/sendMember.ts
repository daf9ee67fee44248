import type { Context } from '../domain/context/Context.ts'
import { customers } from '../storage/people/customers.ts'
import type { MemberRow } from '../storage/database/rows.ts'
import { memberView } from '../domain/views/memberView.ts'

/** Sends a webhook about a member. */
export function sendMember(
  { database, webhooks }: Pick<Context, 'database' | 'webhooks'>,
  member: MemberRow,
  type: 'member.created' | 'member.updated' | 'member.deleted',
): void {
  const customer = customers.byId(database, member.customer_id)
  if (customer) webhooks.enqueue(customer.organization_id, type, () => JSON.stringify(memberView(member)))
}
