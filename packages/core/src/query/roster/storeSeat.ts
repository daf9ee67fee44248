import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { rosterCache } from './rosterCache.ts'

/** Puts a seat into the cached roster of its source. */
export function storeSeat(cache: SeatsCache, scope: string, seat: CustomerSeat): void {
  const { subscription_id, order_id } = seat
  if (subscription_id !== null) rosterCache(cache, scope, { subscription_id }).settle(undefined, seat)
  else if (order_id !== null) rosterCache(cache, scope, { order_id }).settle(undefined, seat)
}
