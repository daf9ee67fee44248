import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsCache } from './SeatsCache.ts'

/**
 * Reads the permissions of this user again after a 403, so that the page removes buttons that the server refuses. The
 * old permissions stay until the new permissions arrive, so that a component keeps its message and the typed text.
 * `readForPage` has the same two lines of its own: a function for both made the first load of Vue's `TeamPanel` larger
 * than 40 kB.
 */
export function rereadPermissions(cache: SeatsCache, scope: string, error: unknown): void {
  if (!isSeatsError(error) || error.status !== 403) return
  void cache.invalidateQueries({ queryKey: ['seats', scope, 'getSeatPermissions'] })
}
