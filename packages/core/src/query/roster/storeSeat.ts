import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { rosterOfSeat } from './rosterOfSeat.ts'

/** Puts a seat into the cached roster of its source, if that roster is in the cache. */
export function storeSeat(cache: SeatsCache, scope: string, seat: CustomerSeat): void {
  rosterOfSeat(cache, scope, seat)?.record(undefined, seat)
}
