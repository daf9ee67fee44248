import type { SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'

/**
 * Returns the source with only one id, in its standard spelling if it is a UUID. Removes the other id, which may be
 * null if the caller does not use TypeScript.
 */
export function normalizeSource(source: SeatSource): SeatSource {
  const { subscription_id } = source
  if (typeof subscription_id === 'string') return { subscription_id: parseUuid(subscription_id) ?? subscription_id }
  const order_id = source.order_id ?? ''
  return { order_id: parseUuid(order_id) ?? order_id }
}
