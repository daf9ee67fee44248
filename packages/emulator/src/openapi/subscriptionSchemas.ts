import { customer, customerFields, member } from './seatSchemas.ts'
import {
  anyObject,
  count,
  closedObject,
  booleanValue,
  id,
  listOf,
  nullValue,
  nullable,
  oneOf,
  openObject,
  text,
  time,
  integer,
  type Schema,
} from './shapes.ts'

const interval = oneOf('day', 'week', 'month', 'year')
const status = oneOf(
  'incomplete',
  'incomplete_expired',
  'trialing',
  'active',
  'past_due',
  'canceled',
  'unpaid',
  'paused',
)

const priceFields = {
  created_at: time,
  modified_at: nullValue,
  id,
  source: text,
  price_currency: text,
  is_archived: booleanValue,
  product_id: id,
  type: oneOf('recurring', 'one_time'),
  recurring_interval: nullable(interval),
  tax_behavior: nullValue,
}

const price: Schema = {
  anyOf: [
    closedObject({ ...priceFields, amount_type: { const: 'fixed' }, price_amount: count }),
    closedObject({
      ...priceFields,
      amount_type: { const: 'seat_based' },
      price_per_seat: count,
      seat_tiers: closedObject({
        seat_tier_type: oneOf('volume', 'graduated'),
        minimum_seats: count,
        maximum_seats: nullable(count),
        tiers: listOf(closedObject({ min_seats: count, max_seats: nullable(count), price_per_seat: count })),
      }),
    }),
  ],
}

const productFields = {
  id,
  created_at: time,
  modified_at: nullValue,
  trial_interval: nullValue,
  trial_interval_count: nullValue,
  meter_interval: nullValue,
  meter_interval_count: nullValue,
  name: text,
  description: nullValue,
  visibility: text,
  recurring_interval: nullable(interval),
  recurring_interval_count: nullable(count),
  is_recurring: booleanValue,
  is_archived: booleanValue,
  organization_id: id,
}
const publicBenefitFields = {
  id,
  created_at: time,
  modified_at: nullValue,
  type: { const: 'custom' },
  description: text,
  selectable: booleanValue,
  deletable: booleanValue,
  is_deleted: booleanValue,
  organization_id: id,
}
const note = closedObject({ note: nullValue })
const benefit = closedObject({
  ...publicBenefitFields,
  metadata: anyObject,
  visibility: text,
  visibility_configurable: booleanValue,
  properties: note,
  is_tax_applicable: booleanValue,
})
const productWithPrices = { ...productFields, prices: listOf(price), medias: listOf(anyObject) }

const organizationFields = ['id', 'name', 'slug', 'subscription_settings', 'proration_behavior', 'feature_settings']
const publicOrganization = openObject({ id, name: text, slug: text }, organizationFields)
export const organization = openObject({ id, name: text, slug: text, modified_at: nullable(time) }, [
  ...organizationFields,
  'customer_portal_settings',
  'capabilities',
])

const base = {
  created_at: time,
  modified_at: nullable(time),
  id,
  amount: count,
  currency: text,
  recurring_interval: interval,
  recurring_interval_count: count,
  status,
  current_period_start: time,
  current_period_end: time,
  current_meter_period_start: nullValue,
  current_meter_period_end: nullValue,
  trial_start: nullable(time),
  trial_end: nullable(time),
  cancel_at_period_end: booleanValue,
  canceled_at: nullable(time),
  started_at: nullable(time),
  ends_at: nullable(time),
  ended_at: nullable(time),
  past_due_at: nullable(time),
  pause_at_period_end: booleanValue,
  paused_at: nullable(time),
  resumes_at: nullable(time),
  customer_id: id,
  product_id: id,
  discount_id: nullable(id),
  checkout_id: nullable(id),
  seats: nullable(count),
  units: nullValue,
  customer_cancellation_reason: nullable(text),
  customer_cancellation_comment: nullable(text),
  price_id: id,
  user_id: id,
}

const subscriptionFields = {
  ...base,
  price,
  prices: listOf(price),
  meters: listOf(anyObject),
  pending_update: nullable(
    closedObject({
      created_at: time,
      modified_at: nullable(time),
      id,
      applies_at: time,
      product_id: nullable(id),
      seats: nullable(count),
      units: nullValue,
    }),
  ),
}

const user = closedObject({
  id,
  email: nullable(text),
  public_name: text,
  avatar_url: nullable(text),
  github_username: nullValue,
})
const discount = nullable(
  openObject({ id, name: text, type: text, duration: text }, ['id', 'name', 'type', 'duration']),
)

export const subscription = closedObject({
  ...subscriptionFields,
  custom_field_data: anyObject,
  metadata: anyObject,
  customer,
  user,
  product: closedObject({
    ...productWithPrices,
    benefits: listOf(benefit),
    metadata: anyObject,
    attached_custom_fields: listOf(anyObject),
  }),
  discount,
})

export const portalSubscription = closedObject({
  ...subscriptionFields,
  product: closedObject({
    ...productWithPrices,
    benefits: listOf(closedObject(publicBenefitFields)),
    organization: openObject({ id, name: text, slug: text }, [...organizationFields, 'customer_portal_settings']),
  }),
})

export const preview = closedObject({
  base_amount: integer,
  metered_amount: integer,
  proration_amount: integer,
  prorations: listOf(closedObject({ label: text, amount: integer })),
  subtotal_amount: integer,
  discount_amount: integer,
  net_amount: integer,
  tax_amount: integer,
  total_amount: integer,
  applied_balance_amount: integer,
  due_amount: count,
})

export const cancelPreview = closedObject({ stops_collection: booleanValue, outstanding_amount: nullable(count) })

const pick = (...names: Array<keyof typeof base>) => Object.fromEntries(names.map((name) => [name, base[name]]))

export const customerState = closedObject({
  ...customerFields,
  active_subscriptions: listOf(
    closedObject({
      ...pick('created_at', 'modified_at', 'id', 'status', 'amount', 'currency', 'recurring_interval'),
      ...pick('current_period_start', 'current_period_end', 'trial_start', 'trial_end', 'cancel_at_period_end'),
      ...pick('canceled_at', 'started_at', 'ends_at', 'product_id', 'discount_id', 'price_id'),
      custom_field_data: anyObject,
      metadata: anyObject,
      meters: listOf(anyObject),
    }),
  ),
  granted_benefits: listOf(anyObject),
  active_meters: listOf(anyObject),
})

export const order = closedObject({
  id,
  created_at: time,
  modified_at: nullable(time),
  status: oneOf('pending', 'paid', 'void'),
  paid: booleanValue,
  ...Object.fromEntries(
    ['subtotal_amount', 'net_amount', 'total_amount', 'applied_balance_amount', 'amount', 'from_balance_amount'].map(
      (name) => [name, integer],
    ),
  ),
  ...Object.fromEntries(
    ['discount_amount', 'tax_amount', 'due_amount', 'refunded_amount', 'refunded_tax_amount', 'refundable_amount'].map(
      (name) => [name, count],
    ),
  ),
  refundable_tax_amount: count,
  currency: text,
  billing_reason: oneOf('subscription_update', 'subscription_cycle'),
  billing_name: nullable(text),
  billing_address: nullValue,
  invoice_number: text,
  is_invoice_generated: booleanValue,
  receipt_number: nullValue,
  seats: nullValue,
  units: nullValue,
  customer_id: id,
  product_id: id,
  product_price_id: nullable(id),
  discount_id: nullable(id),
  subscription_id: id,
  checkout_id: nullValue,
  next_payment_attempt_at: nullable(time),
  custom_field_data: anyObject,
  metadata: anyObject,
  platform_fee_amount: count,
  platform_fee_currency: nullValue,
  customer,
  user_id: id,
  user,
  product: closedObject({ ...productFields, metadata: anyObject }),
  product_price: nullable(price),
  discount,
  subscription: closedObject({ ...base, metadata: anyObject }),
  items: listOf(
    closedObject({
      id,
      created_at: time,
      modified_at: nullValue,
      label: text,
      amount: integer,
      tax_amount: integer,
      proration: booleanValue,
      product_price_id: id,
    }),
  ),
  description: text,
})

export const webhookEndpoint = closedObject({
  created_at: time,
  modified_at: nullable(time),
  id,
  url: text,
  name: nullable(text),
  format: oneOf('raw', 'discord', 'slack'),
  secret: text,
  organization_id: id,
  events: listOf(text),
  enabled: booleanValue,
})

const grantFields = {
  created_at: time,
  modified_at: nullable(time),
  id,
  granted_at: nullable(time),
  is_granted: booleanValue,
  revoked_at: nullable(time),
  is_revoked: booleanValue,
  subscription_id: nullable(id),
  order_id: nullable(id),
  customer_id: id,
  member_id: nullable(id),
  benefit_id: id,
  error: nullValue,
  properties: anyObject,
}

export const grant = closedObject({ ...grantFields, user_id: id, customer, member: nullable(member), benefit })

export const portalGrant = closedObject({
  ...grantFields,
  customer: openObject({ id, email: nullable(text) }, ['id', 'email', 'oauth_accounts', 'type', 'locale']),
  benefit: closedObject({ ...publicBenefitFields, organization: publicOrganization, properties: note }),
})

export const webhookDelivery = closedObject({
  created_at: time,
  modified_at: nullValue,
  id,
  succeeded: booleanValue,
  http_code: nullable(count),
  response: nullable(text),
  webhook_event: closedObject({
    created_at: time,
    modified_at: nullable(time),
    id,
    last_http_code: nullable(count),
    succeeded: nullable(booleanValue),
    skipped: booleanValue,
    payload: nullable(text),
    type: text,
    is_archived: booleanValue,
  }),
})
