/** The methods of TanStack's QueryClient that core uses. The QueryClients of React and Vue both have them. */
export interface SeatsCache {
  getQueryData(queryKey: readonly unknown[]): unknown
  getQueryState(queryKey: readonly unknown[]): { dataUpdatedAt: number; fetchStatus: string } | undefined
  setQueryData(queryKey: readonly unknown[], data: unknown): unknown
  resetQueries(filters: { queryKey: readonly unknown[] }): Promise<void>
  invalidateQueries(filters: { queryKey: readonly unknown[]; refetchType?: 'none' }): Promise<void>
  setQueryDefaults(
    queryKey: readonly unknown[],
    options: { gcTime: number; queryFn: () => unknown; structuralSharing: false },
  ): void
  getQueryCache(): {
    find(filters: { queryKey: readonly unknown[] }): { setState(state: { data: unknown }): void } | undefined
    findAll(filters: { queryKey: readonly unknown[] }): CachedQuery[]
    subscribe(onEvent: (event: SeatsCacheEvent) => void): () => void
  }
}

interface CachedQuery {
  queryKey: readonly unknown[]
  state: { data: unknown }
  setState(state: { data: unknown }): void
}

/** TanStack's event about a query. `manual` is true if `setQueryData` has stored the data, and not a read. */
interface SeatsCacheEvent {
  query: CachedQuery
  action?: { type: string; manual?: boolean }
}
