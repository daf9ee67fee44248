import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Returns the subscription or order that a seat belongs to. */
export function sourceOf({ subscription_id, order_id }: CustomerSeat): SeatSource | undefined {
  if (subscription_id !== null) return { subscription_id }
  return order_id === null ? undefined : { order_id }
}
