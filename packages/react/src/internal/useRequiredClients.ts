import { SeatsError, type SeatsClient } from '@seats/core'
import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { useSeatsClient } from '../useSeatsClient.ts'

/** Returns the two clients that every hook needs. Throws `ConfigurationError` if one of them is missing. */
export function useRequiredClients(): { client: SeatsClient; queryClient: QueryClient } {
  const client = useSeatsClient()
  const queryClient = useContext(QueryClientContext)
  if (queryClient === undefined) {
    throw new SeatsError({
      code: 'ConfigurationError',
      detail: 'There is no QueryClient here. Wrap the app in <QueryClientProvider client={new QueryClient()}>.',
    })
  }
  return { client, queryClient }
}
