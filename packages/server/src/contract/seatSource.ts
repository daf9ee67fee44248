import type { CustomerSeat, SeatSource } from '@seats/core'

/** Returns the source that a seat is on, or null if the seat names none. */
export function seatSource({ subscription_id, order_id }: CustomerSeat): SeatSource | null {
  if (subscription_id !== null) return { subscription_id }
  return order_id === null ? null : { order_id }
}
