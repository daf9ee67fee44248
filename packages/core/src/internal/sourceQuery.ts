import type { SeatSource } from '../schemas/SeatSource.ts'

/** The source as a query string. */
export const sourceQuery = (source: SeatSource): string =>
  source.subscription_id === undefined
    ? `?order_id=${encodeURIComponent(source.order_id)}`
    : `?subscription_id=${encodeURIComponent(source.subscription_id)}`
