import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { rosterCache, type RosterCache } from './rosterCache.ts'

/** Returns the cached roster of the source that a seat is on. Returns undefined for a seat without a source. */
export function rosterOfSeat(
  cache: SeatsCache,
  scope: string,
  { subscription_id, order_id }: CustomerSeat,
): RosterCache | undefined {
  if (subscription_id !== null) return rosterCache(cache, scope, { subscription_id })
  return order_id === null ? undefined : rosterCache(cache, scope, { order_id })
}
