import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Returns a query string with a parameter for each source. */
export const sourceQuery = (...sources: SeatSource[]): string =>
  `?${sources
    .map((source) =>
      source.subscription_id
        ? `subscription_id=${encodeURIComponent(source.subscription_id)}`
        : `order_id=${encodeURIComponent(String(source.order_id))}`,
    )
    .join('&')}`
