import type { SeatCountPreview, SeatSubscription } from '@seats/core'

/** A monthly subscription with 10 seats. */
export const subscription: SeatSubscription = {
  id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  status: 'active',
  seats: 10,
  amount: 10_000,
  currency: 'usd',
  recurring_interval: 'month',
  recurring_interval_count: 1,
  current_period_start: '2026-11-13T12:00:00Z',
  current_period_end: '2026-12-13T12:00:00Z',
  cancel_at_period_end: false,
  ended_at: null,
  prices: [],
  pending_update: null,
}

/** The price of 3 more seats, which is due at once. */
export const preview: SeatCountPreview = {
  subscription_id: subscription.id,
  seats: 13,
  from: { seats: 10, pending_update: null, current_period_end: subscription.current_period_end },
  behavior: 'invoice',
  appliesAt: '2026-11-23T10:30:00Z',
  dueNow: 1600,
  onNextInvoice: 0,
  earlierUnbilled: 0,
  tax: null,
  fromBalance: 0,
  perPeriod: 12_400,
  currency: 'usd',
  isEstimate: false,
  mayEndBelowSeated: false,
  asOf: '2026-11-23T10:30:00Z',
}
