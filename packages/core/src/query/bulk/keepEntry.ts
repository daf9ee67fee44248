import type { SeatsCache } from '../cache/SeatsCache.ts'

/** An entry that stays until it is removed, whoever looks at it: a refetch of everything leaves it as it is. */
export function keepEntry(cache: SeatsCache, queryKey: readonly unknown[], data: unknown): void {
  cache.setQueryDefaults(queryKey, { gcTime: Number.POSITIVE_INFINITY, queryFn: () => cache.getQueryData(queryKey) })
  cache.setQueryData(queryKey, data)
}
