import type { SeatsClient } from '@seats/core'
import { VUE_QUERY_CLIENT, type QueryClient } from '@tanstack/vue-query'
import type { ComputedRef } from 'vue'
import { useSeatsClient } from '../useSeatsClient.ts'
import { injectOrThrow } from './injectOrThrow.ts'

/** Returns the two clients that every composable needs. Throws `ConfigurationError` if one of them is missing. */
export function useRequiredClients(): { client: ComputedRef<SeatsClient>; queryClient: QueryClient } {
  const client = useSeatsClient()
  const queryClient = injectOrThrow<QueryClient>(VUE_QUERY_CLIENT, 'Call app.use(VueQueryPlugin) first.')
  return { client, queryClient }
}
