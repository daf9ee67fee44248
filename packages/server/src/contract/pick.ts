import type {
  CustomerSeat,
  CustomerSeatClaimResponse,
  SeatClaimInfo,
  SeatMember,
  SeatsList,
  SeatSubscription,
  SubscriptionPrice,
} from '@seats/core'

// These functions copy Polar's answers field by field. So a new field does not reach a browser until it is added here.

const pickMember = (member: SeatMember): SeatMember => ({
  id: member.id,
  created_at: member.created_at,
  modified_at: member.modified_at,
  customer_id: member.customer_id,
  email: member.email,
  name: member.name,
  external_id: member.external_id,
  role: member.role,
})

export const pickSeat = (seat: CustomerSeat): CustomerSeat => ({
  id: seat.id,
  created_at: seat.created_at,
  modified_at: seat.modified_at,
  subscription_id: seat.subscription_id,
  order_id: seat.order_id,
  status: seat.status,
  customer_id: seat.customer_id,
  member_id: seat.member_id,
  member: seat.member === null ? null : pickMember(seat.member),
  email: seat.email,
  customer_email: seat.customer_email,
  invitation_token_expires_at: seat.invitation_token_expires_at,
  claimed_at: seat.claimed_at,
  revoked_at: seat.revoked_at,
  seat_metadata: seat.seat_metadata,
})

export const pickSeatsList = (list: SeatsList): SeatsList => ({
  seats: list.seats.map(pickSeat),
  available_seats: list.available_seats,
  total_seats: list.total_seats,
})

/** The names of the fields that `pickSeat` copies. */
const pickedSeat = pickSeat({ member: {} } as CustomerSeat)
const seatFields = new Set(Object.keys(pickedSeat))
const memberFields = new Set(Object.keys(pickedSeat.member ?? {}))
const listFields = new Set(Object.keys(pickSeatsList({ seats: [] as CustomerSeat[] } as SeatsList)))

/** Returns whether `pickSeatsList` copies the whole list. */
export const isPickedWhole = (list: SeatsList): boolean =>
  hasOnly(list, listFields) &&
  list.seats.every((seat) => hasOnly(seat, seatFields) && (seat.member === null || hasOnly(seat.member, memberFields)))

/** Plain loops are faster, and a list has thousands of seats. */
function hasOnly(value: object, names: Set<string>): boolean {
  for (const name in value) if (!names.has(name)) return false
  return true
}

export const pickClaimInfo = (info: SeatClaimInfo): SeatClaimInfo => ({
  product_name: info.product_name,
  product_id: info.product_id,
  organization_name: info.organization_name,
  organization_slug: info.organization_slug,
  customer_email: info.customer_email,
  can_claim: info.can_claim,
})

export const pickClaimResponse = (claim: CustomerSeatClaimResponse): CustomerSeatClaimResponse => ({
  seat: pickSeat(claim.seat),
  customer_session_token: claim.customer_session_token,
})

/** Leaves out, for example, the discount, and the customer with their address and payment method. */
export const pickSubscription = (subscription: SeatSubscription): SeatSubscription => {
  const { pending_update: pending, product } = subscription
  return {
    id: subscription.id,
    status: subscription.status,
    seats: subscription.seats,
    amount: subscription.amount,
    currency: subscription.currency,
    recurring_interval: subscription.recurring_interval,
    recurring_interval_count: subscription.recurring_interval_count,
    current_period_start: subscription.current_period_start,
    current_period_end: subscription.current_period_end,
    cancel_at_period_end: subscription.cancel_at_period_end,
    ended_at: subscription.ended_at,
    trial_end: subscription.trial_end ?? null,
    past_due_at: subscription.past_due_at ?? null,
    paused_at: subscription.paused_at ?? null,
    prices: subscription.prices.map(pickPrice),
    pending_update: pending && {
      applies_at: pending.applies_at,
      product_id: pending.product_id,
      seats: pending.seats,
    },
    ...(product && { product: { id: product.id, name: product.name } }),
  }
}

function pickPrice({ amount_type, price_amount, seat_tiers }: SubscriptionPrice): SubscriptionPrice {
  if (seat_tiers === undefined) return price_amount === undefined ? { amount_type } : { amount_type, price_amount }
  const tiers = seat_tiers.tiers.map(({ min_seats, max_seats, price_per_seat }) => ({
    min_seats,
    max_seats,
    price_per_seat,
  }))
  return { amount_type, seat_tiers: { seat_tier_type: seat_tiers.seat_tier_type, tiers } }
}
