import type { SeatsCache } from './SeatsCache.ts'

/**
 * Reads a query again after a change on the server: at once if the query is on the screen, otherwise when it is needed
 * next. If its first read is under way, starts that read again, because it may have begun before the change.
 */
export function refetchShown(cache: SeatsCache, queryKey: readonly unknown[]): void {
  const state = cache.getQueryState(queryKey)
  const isFirstRead = state?.dataUpdatedAt === 0 && state.fetchStatus === 'fetching'
  void cache[isFirstRead ? 'resetQueries' : 'invalidateQueries']({ queryKey })
}
