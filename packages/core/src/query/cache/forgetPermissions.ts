import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from './SeatsCache.ts'

/**
 * Resets the permissions of this user after a 403, so that they are read again and the page removes buttons that the
 * server refuses.
 */
export function forgetPermissions(cache: SeatsCache, scope: string, error: unknown): void {
  if (!isSeatsError(error) || error.status !== 403) return
  void cache.resetQueries({ queryKey: ['seats', scope, 'getSeatPermissions'] })
}
