import type { Context } from '../domain/Context.ts'
import { customers } from '../storage/customers.ts'
import type { MemberRow } from '../storage/rows.ts'
import { memberView } from '../domain/memberJson.ts'

/** Tells the organization's endpoints of a member. */
export function sendMember(
  { database, webhooks }: Pick<Context, 'database' | 'webhooks'>,
  member: MemberRow,
  type: 'member.created' | 'member.updated' | 'member.deleted',
): void {
  const customer = customers.byId(database, member.customer_id)
  if (customer) webhooks.enqueue(customer.organization_id, type, () => JSON.stringify(memberView(member)))
}
