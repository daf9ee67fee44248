import type { Hono } from 'hono'
import type { Context as Rules } from '../../domain/context/Context.ts'
import type { SubscriptionStatus } from '../../storage/database/rows.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../../subscriptions/state/loadSubscription.ts'
import { isActive, isRevoked } from '../../subscriptions/state/Subscription.ts'
import { subscriptionJson } from '../../subscriptions/views/subscriptionJson.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { oneOf } from '../../validation/python/pydantic/choices.ts'
import { requireOrganization } from '../layers/authorize.ts'
import type { Env } from '../answers/Env.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { reply } from '../answers/reply.ts'

const status = oneOf<SubscriptionStatus>(
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'canceled',
  'unpaid',
  'paused',
)

/** An organization's subscriptions, those that started last first. */
export function subscriptionListRoute(api: Hono<Env>, { database }: Rules): void {
  api.get('/v1/subscriptions/', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, 'subscriptions:read', 'subscriptions:write')
    const query = new Filters(c.env.request.url)
    const organizations = query.many('organization_id', uuid4)
    const productIds = query.many('product_id', uuid4)
    const customerIds = query.many('customer_id', uuid4)
    const externalIds = query.many('external_customer_id', text)
    const discountIds = query.many('discount_id', uuid4)
    const wantsActive = query.one('active', boolean)
    const statuses = query.many('status', status)
    const isEnding = query.one('cancel_at_period_end', boolean)
    const { page, limit } = query.page()
    const found = subscriptions
      .ofOrganization(database, organizationId)
      .filter(
        (row) =>
          isAmong(organizationId, organizations) &&
          isAmong(row.product_id, productIds) &&
          isAmong(row.customer_id, customerIds) &&
          isAmong(row.customer_external_id, externalIds) &&
          isAmong(row.discount_id, discountIds) &&
          isAmong(row.status, statuses) &&
          (wantsActive === undefined || (wantsActive ? isActive : isRevoked)(row.status)) &&
          (isEnding === undefined || isEnding === (row.cancel_at_period_end === 1)),
      )
    const items = found
      .slice((page - 1) * limit, page * limit)
      .map((row) => subscriptionJson(database, subscriptionOf(database, row)))
    const pagination = { total_count: found.length, max_page: Math.ceil(found.length / limit) }
    const body = `{"items":[${items.join(',')}],"pagination":${JSON.stringify(pagination)}}`
    return reply(c.env, { status: 200, body })
  })
}
