// app/page.tsx
import { createSeatsClient, seatPermissionsQueryOptions, seatsQueryOptions } from '@seats/react'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { handleSeats, source } from '../lib/seats'
import { Team } from './Team'

export const dynamic = 'force-dynamic'

export default async function Page() {
  const queryClient = new QueryClient()
  const client = createSeatsClient({ baseURL: '/api/seats', fetch: handleSeats })
  await Promise.all([
    queryClient.prefetchQuery(seatsQueryOptions(client, source)),
    queryClient.prefetchQuery(seatPermissionsQueryOptions(client, source)),
  ])
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <main>
        <Team id={source.subscription_id} />
      </main>
    </HydrationBoundary>
  )
}
