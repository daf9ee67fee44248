import type { Hono } from 'hono'
import { formatTime } from '../../clock/formatTime.ts'
import type { Context } from '../../domain/context/Context.ts'
import { customers } from '../../storage/people/customers.ts'
import { members } from '../../storage/people/members.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../../subscriptions/state/loadSubscription.ts'
import { portalSubscriptionView } from '../../subscriptions/views/subscriptionJson.ts'
import { ValidationError } from '../../validation/python/pydantic/ValidationError.ts'
import { requirePortal } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { listJson } from '../input/listJson.ts'
import { pageOf, queryOf } from '../input/parameters.ts'
import { reply } from '../answers/reply.ts'
import type { PortalSubject } from '../answers/Subject.ts'

/**
 * Adds the portal's routes about the session itself, and about the subscriptions on which the session's member or
 * customer has claimed a seat.
 */
export function portalUserRoutes(api: Hono<Env>, { database }: Context): void {
  api.get('/v1/customer-portal/seats/subscriptions', (c) => {
    const subject = requirePortal(c.env.subject)
    const page = pageOf(queryOf(c.env.request.url))
    const { ids, count } = claimedBy(subject, page.limit, (page.page - 1) * page.limit)
    // For a customer's own session, the query returns a subscription once for each claimed seat. The list shows each
    // subscription only once.
    const items = [...new Set(ids)].flatMap((id) => {
      const row = subscriptions.byId(database, id)
      return row ? [portalSubscriptionView(database, subscriptionOf(database, row))] : []
    })
    return reply(c.env, { status: 200, body: listJson(items, count, page) })
  })

  api.get('/v1/customer-portal/customer-session/introspect', (c) => {
    const { session } = requirePortal(c.env.subject)
    const body = { expires_at: formatTime(session.expires_at), return_url: session.return_url }
    return reply(c.env, { status: 200, body: JSON.stringify(body) })
  })

  api.get('/v1/customer-portal/customer-session/user', (c) =>
    reply(c.env, { status: 200, body: JSON.stringify(userOf(requirePortal(c.env.subject))) }),
  )

  function claimedBy({ memberId, customerId }: PortalSubject, limit: number, offset: number) {
    const [rows, count] =
      memberId === null
        ? [
            subscriptions.claimedByCustomer(database, customerId, limit, offset),
            subscriptions.countClaimedByCustomer(database, customerId),
          ]
        : [
            subscriptions.claimedByMember(database, memberId, limit, offset),
            subscriptions.countClaimedByMember(database, memberId),
          ]
    return { ids: rows.map(({ id }) => id), count }
  }

  function userOf({ memberId, customerId }: PortalSubject) {
    const member = memberId === null ? undefined : members.byId(database, memberId)
    if (member) {
      const { name, email, role } = member
      return { type: 'member', name, email, customer_id: customerId, member_id: member.id, role }
    }
    const customer = customers.byId(database, customerId)
    if (customer?.email == null) {
      const msg = 'Team customers must use member sessions. Create a customer session via the API with a member_id.'
      throw new ValidationError(
        [{ type: 'value_error', loc: ['body'], msg, input: null }],
        'PolarRequestValidationError',
      )
    }
    const { name, email } = customer
    return { type: 'customer', name, email, customer_id: customerId, member_id: null, role: null }
  }
}
