import type { CustomerSeat, CustomerSeatClaimResponse, SeatMember, SeatClaimInfo, SeatsList } from '@seats/core'

// Every answer is built field by field. A field that Polar adds reaches no browser until somebody adds it here.

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
