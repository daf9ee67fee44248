import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from './SeatsCache.ts'

/**
 * After a 403, has the permissions of this user read again, so that the page removes buttons that the server refuses.
 */
export function forgetPermissions(cache: SeatsCache, scope: string, error: unknown): void {
  if (!isSeatsError(error) || error.status !== 403) return
  void cache.resetQueries({ queryKey: ['seats', scope, 'getSeatPermissions'] })
}
