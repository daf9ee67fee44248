import type { SeatsCache } from './SeatsCache.ts'

/**
 * Reads an answer again that is on the screen. If its first read is under way, that read is replaced: TanStack would
 * wait for it, and it may have begun before the change.
 */
export function readAgain(cache: SeatsCache, queryKey: readonly unknown[]): void {
  const state = cache.getQueryState(queryKey)
  const isFirstRead = state?.dataUpdatedAt === 0 && state.fetchStatus === 'fetching'
  void cache[isFirstRead ? 'resetQueries' : 'invalidateQueries']({ queryKey })
}
