import { SeatsError, type SeatsClient } from '@seats/core'
import { VUE_QUERY_CLIENT, type QueryClient } from '@tanstack/vue-query'
import { inject, type ComputedRef } from 'vue'
import { useSeatsClient } from '../useSeatsClient.ts'

/** Returns the two clients that every composable needs. Throws `ConfigurationError` if one is missing. */
export function useSetUp(): { client: ComputedRef<SeatsClient>; queryClient: QueryClient } {
  const client = useSeatsClient()
  const queryClient = inject<QueryClient | undefined>(VUE_QUERY_CLIENT, undefined)
  if (queryClient === undefined) {
    throw new SeatsError({
      code: 'ConfigurationError',
      detail: 'Call app.use(VueQueryPlugin) first.',
    })
  }
  return { client, queryClient }
}
