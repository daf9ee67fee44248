import { customer, customerFields, member } from './seatSchemas.ts'
import {
  anyObject,
  count,
  exactly,
  flag,
  id,
  listOf,
  none,
  nullable,
  oneOf,
  partly,
  text,
  time,
  whole,
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
  modified_at: none,
  id,
  source: text,
  price_currency: text,
  is_archived: flag,
  product_id: id,
  type: oneOf('recurring', 'one_time'),
  recurring_interval: nullable(interval),
  tax_behavior: none,
}

const price: Schema = {
  anyOf: [
    exactly({ ...priceFields, amount_type: { const: 'fixed' }, price_amount: count }),
    exactly({
      ...priceFields,
      amount_type: { const: 'seat_based' },
      price_per_seat: count,
      seat_tiers: exactly({
        seat_tier_type: oneOf('volume', 'graduated'),
        minimum_seats: count,
        maximum_seats: nullable(count),
        tiers: listOf(exactly({ min_seats: count, max_seats: nullable(count), price_per_seat: count })),
      }),
    }),
  ],
}

const productFields = {
  id,
  created_at: time,
  modified_at: none,
  trial_interval: none,
  trial_interval_count: none,
  meter_interval: none,
  meter_interval_count: none,
  name: text,
  description: none,
  visibility: text,
  recurring_interval: nullable(interval),
  recurring_interval_count: nullable(count),
  is_recurring: flag,
  is_archived: flag,
  organization_id: id,
}
const publicBenefitFields = {
  id,
  created_at: time,
  modified_at: none,
  type: { const: 'custom' },
  description: text,
  selectable: flag,
  deletable: flag,
  is_deleted: flag,
  organization_id: id,
}
const note = exactly({ note: none })
const benefit = exactly({
  ...publicBenefitFields,
  metadata: anyObject,
  visibility: text,
  visibility_configurable: flag,
  properties: note,
  is_tax_applicable: flag,
})
const shownProduct = { ...productFields, prices: listOf(price), medias: listOf(anyObject) }

const organizationFields = ['id', 'name', 'slug', 'subscription_settings', 'proration_behavior', 'feature_settings']
const publicOrganization = partly({ id, name: text, slug: text }, organizationFields)
export const organization = partly({ id, name: text, slug: text, modified_at: nullable(time) }, [
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
  current_meter_period_start: none,
  current_meter_period_end: none,
  trial_start: nullable(time),
  trial_end: nullable(time),
  cancel_at_period_end: flag,
  canceled_at: nullable(time),
  started_at: nullable(time),
  ends_at: nullable(time),
  ended_at: nullable(time),
  past_due_at: nullable(time),
  pause_at_period_end: flag,
  paused_at: nullable(time),
  resumes_at: nullable(time),
  customer_id: id,
  product_id: id,
  discount_id: nullable(id),
  checkout_id: nullable(id),
  seats: nullable(count),
  units: none,
  customer_cancellation_reason: nullable(text),
  customer_cancellation_comment: nullable(text),
  price_id: id,
  user_id: id,
}

const shown = {
  ...base,
  price,
  prices: listOf(price),
  meters: listOf(anyObject),
  pending_update: nullable(
    exactly({
      created_at: time,
      modified_at: nullable(time),
      id,
      applies_at: time,
      product_id: nullable(id),
      seats: nullable(count),
      units: none,
    }),
  ),
}

const user = exactly({
  id,
  email: nullable(text),
  public_name: text,
  avatar_url: nullable(text),
  github_username: none,
})
const discount = nullable(partly({ id, name: text, type: text, duration: text }, ['id', 'name', 'type', 'duration']))

export const subscription = exactly({
  ...shown,
  custom_field_data: anyObject,
  metadata: anyObject,
  customer,
  user,
  product: exactly({
    ...shownProduct,
    benefits: listOf(benefit),
    metadata: anyObject,
    attached_custom_fields: listOf(anyObject),
  }),
  discount,
})

export const portalSubscription = exactly({
  ...shown,
  product: exactly({
    ...shownProduct,
    benefits: listOf(exactly(publicBenefitFields)),
    organization: partly({ id, name: text, slug: text }, [...organizationFields, 'customer_portal_settings']),
  }),
})

export const preview = exactly({
  base_amount: whole,
  metered_amount: whole,
  proration_amount: whole,
  prorations: listOf(exactly({ label: text, amount: whole })),
  subtotal_amount: whole,
  discount_amount: whole,
  net_amount: whole,
  tax_amount: whole,
  total_amount: whole,
  applied_balance_amount: whole,
  due_amount: count,
})

export const cancelPreview = exactly({ stops_collection: flag, outstanding_amount: nullable(count) })

const pick = (...names: Array<keyof typeof base>) => Object.fromEntries(names.map((name) => [name, base[name]]))

export const customerState = exactly({
  ...customerFields,
  active_subscriptions: listOf(
    exactly({
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

export const order = exactly({
  id,
  created_at: time,
  modified_at: nullable(time),
  status: oneOf('pending', 'paid', 'void'),
  paid: flag,
  ...Object.fromEntries(
    ['subtotal_amount', 'net_amount', 'total_amount', 'applied_balance_amount', 'amount', 'from_balance_amount'].map(
      (name) => [name, whole],
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
  billing_address: none,
  invoice_number: text,
  is_invoice_generated: flag,
  receipt_number: none,
  seats: none,
  units: none,
  customer_id: id,
  product_id: id,
  product_price_id: nullable(id),
  discount_id: nullable(id),
  subscription_id: id,
  checkout_id: none,
  next_payment_attempt_at: nullable(time),
  custom_field_data: anyObject,
  metadata: anyObject,
  platform_fee_amount: count,
  platform_fee_currency: none,
  customer,
  user_id: id,
  user,
  product: exactly({ ...productFields, metadata: anyObject }),
  product_price: nullable(price),
  discount,
  subscription: exactly({ ...base, metadata: anyObject }),
  items: listOf(
    exactly({
      id,
      created_at: time,
      modified_at: none,
      label: text,
      amount: whole,
      tax_amount: whole,
      proration: flag,
      product_price_id: id,
    }),
  ),
  description: text,
})

export const webhookEndpoint = exactly({
  created_at: time,
  modified_at: nullable(time),
  id,
  url: text,
  name: nullable(text),
  format: oneOf('raw', 'discord', 'slack'),
  secret: text,
  organization_id: id,
  events: listOf(text),
  enabled: flag,
})

const grantFields = {
  created_at: time,
  modified_at: nullable(time),
  id,
  granted_at: nullable(time),
  is_granted: flag,
  revoked_at: nullable(time),
  is_revoked: flag,
  subscription_id: nullable(id),
  order_id: nullable(id),
  customer_id: id,
  member_id: nullable(id),
  benefit_id: id,
  error: none,
  properties: anyObject,
}

export const grant = exactly({ ...grantFields, user_id: id, customer, member: nullable(member), benefit })

export const portalGrant = exactly({
  ...grantFields,
  customer: partly({ id, email: nullable(text) }, ['id', 'email', 'oauth_accounts', 'type', 'locale']),
  benefit: exactly({ ...publicBenefitFields, organization: publicOrganization, properties: note }),
})

export const webhookDelivery = exactly({
  created_at: time,
  modified_at: none,
  id,
  succeeded: flag,
  http_code: nullable(count),
  response: nullable(text),
  webhook_event: exactly({
    created_at: time,
    modified_at: nullable(time),
    id,
    last_http_code: nullable(count),
    succeeded: nullable(flag),
    skipped: flag,
    payload: nullable(text),
    type: text,
    is_archived: flag,
  }),
})
