import { SeatsError, type SeatsClient } from '@seats/core'
import { QueryClientContext, type QueryClient } from '@tanstack/react-query'
import { useContext } from 'react'
import { useSeatsClient } from '../useSeatsClient.ts'

/** What every hook needs; whichever is missing, one error says how it is given. */
export function useSetUp(): { client: SeatsClient; queryClient: QueryClient } {
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
