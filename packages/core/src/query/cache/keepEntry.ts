import type { SeatsCache } from './SeatsCache.ts'

/**
 * Stores a query cache entry that stays until the app removes it, even if no component uses it. A refetch of all
 * queries does not change it.
 */
export function keepEntry(cache: SeatsCache, queryKey: readonly unknown[], data: unknown): void {
  cache.setQueryDefaults(queryKey, {
    gcTime: Number.POSITIVE_INFINITY,
    queryFn: () => cache.getQueryData(queryKey),
    // Each write is a change. By default, TanStack would compare all results of a bulk job after each write.
    structuralSharing: false,
  })
  cache.setQueryData(queryKey, data)
}
