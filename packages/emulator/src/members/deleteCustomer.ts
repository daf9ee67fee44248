import { formatTime } from '../clock/formatTime.ts'
import { customerView } from '../domain/views/customerJson.ts'
import { revokeSeat } from '../domain/seats/revokeSeat.ts'
import type { Work } from '../domain/context/Work.ts'
import { customers } from '../storage/people/customers.ts'
import { members } from '../storage/people/members.ts'
import type { CustomerRow, MemberRow } from '../storage/database/rows.ts'
import { seats } from '../storage/seats/seats.ts'
import { sessions } from '../storage/people/sessions.ts'
import { sources } from '../storage/seats/sources.ts'
import { subscriptions } from '../storage/billing/subscriptions.ts'
import { cancelSubscription } from '../subscriptions/changes/cancelSubscription.ts'
import { makeChange } from '../subscriptions/changes/changeSubscription.ts'
import { subscriptionOf } from '../subscriptions/state/loadSubscription.ts'
import { sendState } from '../subscriptions/messages/sendState.ts'
import { endGrants, settleGrants } from '../subscriptions/settle/settleGrants.ts'
import { isBillable } from '../subscriptions/state/Subscription.ts'
import { sendMember } from './sendMember.ts'

/** Deletes a customer. Their subscriptions end, their members are removed, and the members' seats are revoked. */
export function deleteCustomer(work: Work, customer: CustomerRow): void {
  const { database, clock, webhooks } = work
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
  customers.markDeleted(database, customer.id)
  work.later(() => {
    const deleted = { ...customer, external_id: null, modified_at: now }
    const view = { ...customerView(deleted), deleted_at: formatTime(now) }
    webhooks.enqueue(customer.organization_id, 'customer.deleted', JSON.stringify(view))
    sendState(work, customer.id)
  })
}

function endSubscriptions(work: Work, customerId: string): void {
  for (const row of subscriptions.ofCustomer(work.database, customerId)) {
    if (!isBillable(row.status)) continue
    const subscription = subscriptionOf(work.database, row)
    const how = { reason: null, comment: null, immediately: true, keepsSeats: true }
    makeChange(work, subscription, () => cancelSubscription(work, subscription, how))
  }
}

function removeWithSeats(work: Work, member: MemberRow): void {
  const { database } = work
  for (const seat of seats.ofMember(database, member.id)) {
    const source = sources.byId(database, seat.source_id)
    if (source) revokeSeat(work, source, seat)
  }
  endGrants(work, member)
  members.remove(database, member.id)
}
