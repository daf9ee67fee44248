import type { SeatsCache } from './SeatsCache.ts'

/** What both QueryClients have besides, for what is kept in a cache and read from nowhere. */
export interface KeepingCache extends SeatsCache {
  setQueryDefaults?(queryKey: readonly unknown[], options: { gcTime: number; queryFn: () => unknown }): void
  getQueryCache?(): { subscribe(onChange: () => void): () => void }
}

/** An entry that stays until it is removed, whoever looks at it: a refetch of everything leaves it as it is. */
export function keepEntry(cache: KeepingCache, queryKey: readonly unknown[], data: unknown): void {
  const gcTime = Number.POSITIVE_INFINITY
  cache.setQueryDefaults?.(queryKey, { gcTime, queryFn: () => cache.getQueryData(queryKey) })
  cache.setQueryData(queryKey, data)
}
