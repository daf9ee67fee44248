import type { SeatSource } from '../schemas/SeatSource.ts'

/** The source as query parameters. */
export const sourceParams = (source: SeatSource): Record<string, string> =>
  source.subscription_id === undefined ? { order_id: source.order_id } : { subscription_id: source.subscription_id }
