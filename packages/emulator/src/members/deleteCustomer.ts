import { createHash } from 'node:crypto'
import type { RuleContext } from '../domain/context/RuleContext.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import type { CustomerRow, MemberRow } from '../storage/database/rows.ts'
import { sessions } from '../storage/people/sessions.ts'
import { subscriptions } from '../storage/billing/subscriptions.ts'
import { cancelSubscription } from '../subscriptions/changes/cancelSubscription.ts'
import { makeChange } from '../subscriptions/changes/changeSubscription.ts'
import { subscriptionOf } from '../subscriptions/state/loadSubscription.ts'
import { sendCustomer } from '../subscriptions/messages/sendCustomer.ts'
import { endGrants, updateGrants } from '../subscriptions/entitlement/updateGrants.ts'
import { isBillable } from '../subscriptions/state/Subscription.ts'
import { revokeSeatsOf } from './revokeSeatsOf.ts'
import { sendMember } from './sendMember.ts'

/**
 * Deletes a customer. Their subscriptions end, their members are removed, and the members' seats are revoked.
 * `anonymize` replaces the customer's email and name with hashes.
 */
export function deleteCustomer(
  ruleContext: RuleContext,
  customer: CustomerRow,
  { anonymize }: { anonymize: boolean },
): void {
  const { database, clock } = ruleContext
  const now = clock.now()
  const team = members.ofCustomer(database, customer.id)
  ruleContext.runLater(() => endSubscriptions(ruleContext, customer.id))
  for (const member of team) {
    ruleContext.runLater(() => removeWithSeats(ruleContext, member))
    sendMember(ruleContext, { ...member, modified_at: now }, 'member.deleted')
  }
  // Ends the customer's own grants, which exist if the customer has no members.
  ruleContext.runLater(() =>
    subscriptions.ofCustomer(database, customer.id).forEach(({ id }) => updateGrants(ruleContext, id)),
  )
  sessions.removeOfCustomer(database, customer.id)
  if (anonymize) customers.update(database, anonymized(customer))
  customers.markDeleted(database, customer.id, now)
  sendCustomer(ruleContext, customer.id, 'customer.deleted')
}

const anonymized = (customer: CustomerRow): CustomerRow => ({
  ...customer,
  email: customer.email === null ? null : `${sha256(customer.email)}@anonymized.invalid`,
  name: customer.name ? sha256(customer.name) : customer.name,
})

const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function endSubscriptions(ruleContext: RuleContext, customerId: string): void {
  for (const row of subscriptions.ofCustomer(ruleContext.database, customerId)) {
    if (!isBillable(row.status)) continue
    const subscription = subscriptionOf(ruleContext.database, row)
    const cancellation = { reason: null, comment: null, immediately: true, keepsSeats: true }
    makeChange(ruleContext, subscription, () => cancelSubscription(ruleContext, subscription, cancellation))
  }
}

function removeWithSeats(ruleContext: RuleContext, member: MemberRow): void {
  const { database, clock } = ruleContext
  revokeSeatsOf(ruleContext, member)
  endGrants(ruleContext, member)
  members.remove(database, member.id, clock.now())
}
