/** The methods of TanStack's QueryClient that core uses. React's and Vue's both have them. */
export interface SeatsCache {
  getQueryData(queryKey: readonly unknown[]): unknown
  getQueryState(
    queryKey: readonly unknown[],
  ): { isInvalidated: boolean; dataUpdatedAt: number; fetchStatus: string } | undefined
  setQueryData(queryKey: readonly unknown[], data: unknown): unknown
  cancelQueries(filters: { queryKey: readonly unknown[] }): Promise<void>
  invalidateQueries(filters: { queryKey: readonly unknown[]; refetchType?: 'none' }): Promise<void>
  setQueryDefaults(queryKey: readonly unknown[], options: { gcTime: number; queryFn: () => unknown }): void
  getQueryCache(): { subscribe(onChange: () => void): () => void }
}
