import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Returns the parameter of a query string that names the source. */
export const sourceParameter = ({ subscription_id, order_id }: SeatSource): string =>
  subscription_id
    ? `subscription_id=${encodeURIComponent(subscription_id)}`
    : `order_id=${encodeURIComponent(String(order_id))}`
