import { randomUUID } from 'node:crypto'
import { dayOf, endOfPeriod } from '../../billing/endOfPeriod.ts'
import { findSeatPrice } from '../../billing/Price.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { products } from '../../storage/billing/products.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import type { Database } from '../../storage/database/Database.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import type { CustomerRow } from '../../storage/database/rows.ts'
import { customers } from '../../storage/people/customers.ts'
import { sources } from '../../storage/seats/sources.ts'
import type { SubscriptionCreate } from '../bodies/subscriptionCreate.ts'
import { sendCustomer } from '../messages/sendCustomer.ts'
import { sendState } from '../messages/sendState.ts'
import { sendSubscription } from '../messages/sendSubscription.ts'
import { updateGrants } from '../entitlement/updateGrants.ts'
import { brokenField } from '../state/errors.ts'
import { loadSubscription } from '../state/loadSubscription.ts'
import { isFree, type Subscription } from '../state/Subscription.ts'

/**
 * Subscribes a customer to a free product.
 * @throws ValidationError if there is no such product or customer, or if the product is not free or not recurring.
 */
export function createSubscription(
  ruleContext: RuleContext,
  organizationId: string,
  create: SubscriptionCreate,
): Subscription {
  const { database, clock } = ruleContext
  const { product, prices } = findFreeProduct(database, organizationId, create.product_id)
  const customer = findCustomer(database, organizationId, create)
  const seatPrice = findSeatPrice(prices)
  const id = randomUUID()
  const now = clock.now()
  sources.insert(database, {
    id,
    kind: 'subscription',
    organization_id: organizationId,
    product_id: product.id,
    customer_id: customer.id,
    checkout_id: null,
    seats: seatPrice?.tiers[0]?.min_seats ?? 0,
    status: 'active',
  })
  subscriptions.insert(database, {
    id,
    amount: 0,
    currency: prices[0]?.currency ?? 'usd',
    recurring_interval: product.recurring_interval,
    recurring_interval_count: product.recurring_interval_count,
    anchor_day: dayOf(now),
    current_period_start: now,
    current_period_end: endOfPeriod(now, product, dayOf(now)),
    started_at: now,
    ...emptyFields,
    metadata: create.metadata,
    created_at: now,
  })
  const subscription = loadSubscription(database, { organizationId }, id)
  if (seatPrice && customer.type === 'individual') {
    customers.setType(database, customer.id, 'team', now)
    sendCustomer(ruleContext, customer.id, 'customer.updated')
  }
  for (const type of ['subscription.created', 'subscription.active', 'subscription.updated'] as const) {
    sendSubscription(ruleContext, subscription, type)
  }
  updateGrants(ruleContext, id)
  sendState(ruleContext, customer.id)
  return subscription
}

const emptyFields = {
  trial_start: null,
  trial_end: null,
  cancel_at_period_end: 0,
  canceled_at: null,
  ends_at: null,
  ended_at: null,
  past_due_at: null,
  pause_at_period_end: 0,
  paused_at: null,
  resumes_at: null,
  discount_id: null,
  discount_applied_at: null,
  customer_cancellation_reason: null,
  customer_cancellation_comment: null,
  modified_at: null,
}

function findFreeProduct(database: Database, organizationId: string, productId: string) {
  const refuse = (message: string) => brokenField('product_id', message, productId)
  const product = products.byId(database, productId)
  if (product?.organization_id !== organizationId) throw refuse('Product does not exist.')
  if (!product.recurring) throw refuse('Product is not a recurring product.')
  const prices = products.prices(database, productId)
  if (!prices.every(isFree)) {
    throw refuse('Product is not free. The customer should go through a checkout to create a paid subscription.')
  }
  return { product, prices }
}

function findCustomer(database: Database, organizationId: string, create: SubscriptionCreate): CustomerRow {
  const { customer_id, external_customer_id = '' } = create
  const customer =
    customer_id === undefined
      ? customers.byExternalId(database, organizationId, external_customer_id)
      : customers.byId(database, customer_id)
  if (customer?.organization_id === organizationId && !stateMarks.has(database, customer.id, 'deleted')) return customer
  const field = customer_id === undefined ? 'external_customer_id' : 'customer_id'
  throw brokenField(field, 'Customer does not exist.', customer_id ?? external_customer_id)
}
