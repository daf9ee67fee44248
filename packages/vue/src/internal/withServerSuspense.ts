import type { UseQueryReturnType } from '@tanstack/vue-query'
import { proxyRefs, type Ref } from 'vue'

/**
 * Makes `suspense()` return at once on a server if the query is disabled. Nothing enables a query on a server, so
 * TanStack's own `suspense()` would wait without end.
 */
export function withServerSuspense<Data, Failure>(
  query: UseQueryReturnType<Data, Failure>,
  options: Readonly<Ref<{ enabled?: unknown }>>,
): UseQueryReturnType<Data, Failure> {
  const isWaiting = () => typeof window === 'undefined' && options.value.enabled === false
  type Result = Awaited<ReturnType<typeof query.suspense>>
  return { ...query, suspense: async () => (isWaiting() ? (proxyRefs(query) as Result) : query.suspense()) }
}
