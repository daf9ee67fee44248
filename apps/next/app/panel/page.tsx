import '@seats/core/ui.css'
import { createSeatsClient, seatPermissionsQueryOptions, seatsQueryOptions } from '@seats/react'
import { TeamPanel } from '@seats/react/ui'
import { dehydrate, HydrationBoundary, QueryClient } from '@tanstack/react-query'
import { handleSeats, source } from '../../lib/seats.ts'

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
      <TeamPanel source={source} timeZone="UTC" />
    </HydrationBoundary>
  )
}
