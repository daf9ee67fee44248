import { createSeatsClient, seatsQueryOptions } from '@seats/react'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { handleSeats, source } from '../lib/seats.ts'
import { Team } from './Team.tsx'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const queryClient = new QueryClient()
  const client = createSeatsClient({ baseURL: '/api/seats', fetch: handleSeats })
  await queryClient.prefetchQuery(seatsQueryOptions(client, source))
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Team source={source} />
    </HydrationBoundary>
  )
}
