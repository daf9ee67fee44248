import { formatTime } from '../../clock/formatTime.ts'
import { formatTimeOrNull } from '../../clock/formatTimeOrNull.ts'
import { customerView, userView } from '../../domain/views/customerView.ts'
import type { Database } from '../../storage/database/Database.ts'
import { publicBenefitView } from '../../benefits/publicBenefitView.ts'
import { benefits } from '../../storage/benefits/benefits.ts'
import { customers } from '../../storage/people/customers.ts'
import { organizations } from '../../storage/people/organizations.ts'
import { products } from '../../storage/billing/products.ts'
import { discountView } from './discountView.ts'
import { portalOrganizationView } from '../../domain/views/portalOrganizationView.ts'
import { priceView, productBase, productView } from './productView.ts'
import { findSeatPrice } from '../../billing/Price.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Returns the fields that every view of a subscription has, including the view in an order. */
export function subscriptionBase({ row, prices }: Subscription) {
  return {
    created_at: formatTime(row.created_at),
    modified_at: formatTimeOrNull(row.modified_at),
    id: row.id,
    amount: row.amount,
    currency: row.currency,
    recurring_interval: row.recurring_interval,
    recurring_interval_count: row.recurring_interval_count,
    status: row.status,
    current_period_start: formatTime(row.current_period_start),
    current_period_end: formatTime(row.current_period_end),
    current_meter_period_start: null,
    current_meter_period_end: null,
    trial_start: formatTimeOrNull(row.trial_start),
    trial_end: formatTimeOrNull(row.trial_end),
    cancel_at_period_end: row.cancel_at_period_end === 1,
    canceled_at: formatTimeOrNull(row.canceled_at),
    started_at: formatTimeOrNull(row.started_at),
    ends_at: formatTimeOrNull(row.ends_at),
    ended_at: formatTimeOrNull(row.ended_at),
    past_due_at: formatTimeOrNull(row.past_due_at),
    pause_at_period_end: row.pause_at_period_end === 1,
    paused_at: formatTimeOrNull(row.paused_at),
    resumes_at: formatTimeOrNull(row.resumes_at),
    customer_id: row.customer_id,
    product_id: row.product_id,
    discount_id: row.discount_id,
    checkout_id: row.checkout_id,
    seats: findSeatPrice(prices) ? row.seats : null,
    units: null,
    customer_cancellation_reason: row.customer_cancellation_reason,
    customer_cancellation_comment: row.customer_cancellation_comment,
    price_id: prices[0]?.id,
    user_id: row.customer_id,
  }
}

const pendingView = ({ pending }: Subscription) =>
  pending
    ? {
        created_at: formatTime(pending.created_at),
        modified_at: formatTimeOrNull(pending.modified_at),
        id: pending.id,
        applies_at: formatTime(pending.applies_at),
        product_id: pending.product_id,
        seats: pending.seats,
        units: null,
      }
    : null

/** Returns a subscription as an organization gets it, from the API and in webhooks. */
export function subscriptionJson(database: Database, subscription: Subscription): string {
  const { row, prices, discount } = subscription
  const product = products.byId(database, row.product_id)
  const customer = customers.byId(database, row.customer_id)
  if (!product || !customer) throw new Error('The subscription has no product or no customer')
  const priceViews = prices.map((price) => priceView(price, product))
  const ownFields = JSON.stringify(subscriptionBase(subscription))
  const otherFields = JSON.stringify({
    custom_field_data: {},
    customer: customerView(customer),
    user: userView(customer),
    product: productView(product, prices, benefits.ofProduct(database, product.id)),
    discount: discount ? discountView(discount) : null,
    price: priceViews[0],
    prices: priceViews,
    meters: [],
    pending_update: pendingView(subscription),
  })
  // Metadata is already text. It may contain numbers that JavaScript would round.
  return `${ownFields.slice(0, -1)},"metadata":${row.metadata},${otherFields.slice(1)}`
}

/** Returns a subscription as the portal shows it. */
export function portalSubscriptionView(database: Database, subscription: Subscription) {
  const { row, prices } = subscription
  const product = products.byId(database, row.product_id)
  const organization = organizations.byId(database, row.organization_id)
  if (!product || !organization) throw new Error('The subscription has no product or no organization')
  const priceViews = prices.map((price) => priceView(price, product))
  return {
    ...subscriptionBase(subscription),
    product: {
      ...productBase(product),
      prices: priceViews,
      benefits: benefits
        .ofProduct(database, product.id)
        .filter(({ visibility }) => visibility === 'public')
        .map(publicBenefitView),
      medias: [],
      organization: portalOrganizationView(organization),
    },
    price: priceViews[0],
    prices: priceViews,
    meters: [],
    pending_update: pendingView(subscription),
  }
}
