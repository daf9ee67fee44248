import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from './SeatsCache.ts'

/** After a 403, forgets the permissions of this user, so that no button stays that would be refused again. */
export function forgetPermissions(cache: SeatsCache, scope: string, error: unknown): void {
  if (!isSeatsError(error) || error.status !== 403) return
  void cache.resetQueries({ queryKey: ['seats', scope, 'getSeatPermissions'] })
}
