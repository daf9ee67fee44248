import type { UseQueryReturnType } from '@tanstack/vue-query'
import { proxyRefs, type Ref } from 'vue'

/**
 * On a server `suspense()` waits only for what will come: a query that is not enabled there never is, and the page would
 * never be sent.
 */
export function withServerSuspense<Data, Failure>(
  query: UseQueryReturnType<Data, Failure>,
  options: Readonly<Ref<{ enabled?: unknown }>>,
): UseQueryReturnType<Data, Failure> {
  const isWaiting = () => typeof window === 'undefined' && options.value.enabled === false
  type Result = Awaited<ReturnType<typeof query.suspense>>
  return { ...query, suspense: async () => (isWaiting() ? (proxyRefs(query) as Result) : query.suspense()) }
}
