/** The kinds of events that the emulator sends. */
export const webhookTypes = [
  'benefit_grant.created',
  'benefit_grant.revoked',
  'customer.created',
  'customer.deleted',
  'customer.state_changed',
  'customer.updated',
  'customer_seat.assigned',
  'customer_seat.claimed',
  'customer_seat.revoked',
  'member.created',
  'member.deleted',
  'member.updated',
  'order.created',
  'order.paid',
  'order.updated',
  'organization.updated',
  'subscription.active',
  'subscription.canceled',
  'subscription.cycled',
  'subscription.past_due',
  'subscription.paused',
  'subscription.resumed',
  'subscription.revoked',
  'subscription.uncanceled',
  'subscription.updated',
] as const

export type WebhookType = (typeof webhookTypes)[number]

/** The kinds of events that an endpoint of a seed gets by default. */
export const seatTypes: readonly WebhookType[] = [
  'customer_seat.assigned',
  'customer_seat.claimed',
  'customer_seat.revoked',
]

/** The other kinds of events that Polar has. An endpoint may ask for them, but the emulator never sends them. */
export const otherTypes = [
  'benefit.created',
  'benefit.updated',
  'benefit_grant.cycled',
  'benefit_grant.updated',
  'checkout.created',
  'checkout.expired',
  'checkout.updated',
  'discount.created',
  'discount.deleted',
  'discount.updated',
  'order.refunded',
  'product.created',
  'product.updated',
  'refund.created',
  'refund.updated',
  'subscription.created',
] as const
