import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Writes sources as a query string, each as a parameter of its own. */
export const sourceQuery = (...sources: SeatSource[]): string =>
  `?${sources
    .map((source) =>
      source.subscription_id
        ? `subscription_id=${encodeURIComponent(source.subscription_id)}`
        : `order_id=${encodeURIComponent(String(source.order_id))}`,
    )
    .join('&')}`
