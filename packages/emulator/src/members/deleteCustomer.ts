import { createHash } from 'node:crypto'
import type { Work } from '../domain/context/Work.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import type { CustomerRow, MemberRow } from '../storage/database/rows.ts'
import { sessions } from '../storage/people/sessions.ts'
import { subscriptions } from '../storage/billing/subscriptions.ts'
import { cancelSubscription } from '../subscriptions/changes/cancelSubscription.ts'
import { makeChange } from '../subscriptions/changes/changeSubscription.ts'
import { subscriptionOf } from '../subscriptions/state/loadSubscription.ts'
import { sendCustomer } from '../subscriptions/messages/sendCustomer.ts'
import { endGrants, settleGrants } from '../subscriptions/settle/settleGrants.ts'
import { isBillable } from '../subscriptions/state/Subscription.ts'
import { revokeSeatsOf } from './revokeSeatsOf.ts'
import { sendMember } from './sendMember.ts'

/**
 * Deletes a customer. Their subscriptions end, their members are removed, and the members' seats are revoked.
 * `anonymize` replaces their email and name by hashes.
 */
export function deleteCustomer(work: Work, customer: CustomerRow, { anonymize }: { anonymize: boolean }): void {
  const { database, clock } = work
  const now = clock.now()
  const team = members.ofCustomer(database, customer.id)
  work.later(() => endSubscriptions(work, customer.id))
  for (const member of team) {
    work.later(() => removeWithSeats(work, member))
    sendMember(work, { ...member, modified_at: now }, 'member.deleted')
  }
  // If there are no members, the customer has the benefits.
  work.later(() => subscriptions.ofCustomer(database, customer.id).forEach(({ id }) => settleGrants(work, id)))
  sessions.removeOfCustomer(database, customer.id)
  if (anonymize) customers.update(database, anonymized(customer))
  customers.markDeleted(database, customer.id, now)
  sendCustomer(work, customer.id, 'customer.deleted')
}

const anonymized = (customer: CustomerRow): CustomerRow => ({
  ...customer,
  email: customer.email === null ? null : `${sha256(customer.email)}@anonymized.invalid`,
  name: customer.name ? sha256(customer.name) : customer.name,
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function endSubscriptions(work: Work, customerId: string): void {
  for (const row of subscriptions.ofCustomer(work.database, customerId)) {
    if (!isBillable(row.status)) continue
    const subscription = subscriptionOf(work.database, row)
    const cancellation = { reason: null, comment: null, immediately: true, keepsSeats: true }
    makeChange(work, subscription, () => cancelSubscription(work, subscription, cancellation))
  }
}

function removeWithSeats(work: Work, member: MemberRow): void {
  const { database, clock } = work
  revokeSeatsOf(work, member)
  endGrants(work, member)
  members.remove(database, member.id, clock.now())
}
