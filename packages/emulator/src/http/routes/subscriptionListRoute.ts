import type { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import type { SubscriptionStatus } from '../../storage/database/rows.ts'
import { subscriptions, type SubscriptionListRow } from '../../storage/billing/subscriptions.ts'
import { subscriptionOf } from '../../subscriptions/state/loadSubscription.ts'
import { isActive, isRevoked } from '../../subscriptions/state/Subscription.ts'
import { subscriptionJson } from '../../subscriptions/views/subscriptionJson.ts'
import { cancellationReason } from '../../validation/bodies/cancellationReason.ts'
import { hasMetadata } from '../../validation/bodies/hasMetadata.ts'
import { boolean, text, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { oneOf } from '../../validation/python/pydantic/choices.ts'
import { instant } from '../../validation/python/pydantic/datetime.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'
import { Filters, isAmong } from '../input/Filters.ts'
import { sorted } from '../input/sorted.ts'
import { requireOrganization } from '../layers/authorize.ts'

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

const criteria = [
  'customer',
  'status',
  'started_at',
  'current_period_end',
  'ended_at',
  'ends_at',
  'amount',
  'product',
  'discount',
] as const

/**
 * Adds the route that lists an organization's subscriptions. By default, the subscriptions that started last come
 * first.
 */
export function subscriptionListRoute(api: Hono<Env>, { database }: Context): void {
  api.get('/v1/subscriptions/', (c) => {
    const { organizationId } = requireOrganization(c.env.subject, 'subscriptions:read', 'subscriptions:write')
    const query = new Filters(c.env.request.url)
    const sorting = query.sorting(criteria, [{ by: 'started_at', isDescending: true }])
    const metadata = query.metadata()
    const organizations = query.readAll('organization_id', uuid4)
    const productIds = query.readAll('product_id', uuid4)
    const customerIds = query.readAll('customer_id', uuid4)
    const externalIds = query.readAll('external_customer_id', text, 'str')
    const discountIds = query.readAll('discount_id', uuid4)
    const wantsActive = query.readLast('active', boolean)
    const statuses = query.readAll('status', status, 'str-enum[SubscriptionStatus]')
    const isEnding = query.readLast('cancel_at_period_end', boolean)
    const reasons = query.readAll(
      'customer_cancellation_reason',
      cancellationReason,
      'str-enum[CustomerCancellationReason]',
    )
    const canceledAfter = query.readLast('canceled_at_after', instant)
    const canceledBefore = query.readLast('canceled_at_before', instant)
    const startedAfter = query.readLast('started_after', instant)
    const startedBefore = query.readLast('started_before', instant)
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
          isAmong(row.customer_cancellation_reason, reasons) &&
          (wantsActive === undefined || (wantsActive ? isActive : isRevoked)(row.status)) &&
          (isEnding === undefined || isEnding === (row.cancel_at_period_end === 1)) &&
          (canceledAfter === undefined || (row.canceled_at !== null && row.canceled_at >= canceledAfter)) &&
          (canceledBefore === undefined || (row.canceled_at !== null && row.canceled_at <= canceledBefore)) &&
          (startedAfter === undefined || (row.started_at !== null && row.started_at > startedAfter)) &&
          (startedBefore === undefined || (row.started_at !== null && row.started_at < startedBefore)) &&
          hasMetadata(row.metadata, metadata),
      )
    const items = sorted(found, sorting, sortValue)
      .slice((page - 1) * limit, page * limit)
      .map((row) => subscriptionJson(database, subscriptionOf(database, row)))
    const pagination = { total_count: found.length, max_page: Math.ceil(found.length / limit) }
    const body = `{"items":[${items.join(',')}],"pagination":${JSON.stringify(pagination)}}`
    return reply(c.env, { status: 200, body })
  })
}

function sortValue(row: SubscriptionListRow, by: (typeof criteria)[number]): string | number | null {
  switch (by) {
    case 'customer':
      return row.customer_email
    case 'status':
      return row.status === 'active' && row.cancel_at_period_end ? activeButEnding : statusOrder[row.status]
    case 'amount':
      return row.amount * periodsPerMonth[row.recurring_interval]
    case 'product':
      return row.product_name
    case 'discount':
      return row.discount_name
    default:
      return row[by]
  }
}

// The order in which Polar sorts the statuses.
const activeButEnding = 5
const statusOrder: Record<SubscriptionStatus, number> = {
  incomplete: 1,
  incomplete_expired: 2,
  trialing: 3,
  active: 4,
  paused: 6,
  past_due: 7,
  canceled: 8,
  unpaid: 9,
}

const periodsPerMonth = { day: 30, week: 4, month: 1, year: 1 / 12 }
