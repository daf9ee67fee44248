import type { RosterSummary, SeatClaimInfo, SeatsClient, SeatsError, SeatsList } from '@seats/core'
import { claimInfoQueryOptions, seatsQueryOptions, selectSummary } from '@seats/core/query'
import { useQueries, useQuery, type QueryClient } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'

declare const client: SeatsClient
declare const queryClient: QueryClient
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }

test('useQuery infers the data and the error from options of core', () => {
  const seats = useQuery(seatsQueryOptions(client, source))
  expectTypeOf(seats.data).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(seats.error).toEqualTypeOf<SeatsError | null>()
  const info = useQuery(claimInfoQueryOptions(client, 'token'))
  expectTypeOf(info.data).toEqualTypeOf<SeatClaimInfo | undefined>()
  expectTypeOf(info.error).toEqualTypeOf<SeatsError | null>()
})

test('useQuery infers the data from `select` in options of core', () => {
  const free = useQuery(seatsQueryOptions(client, source, { select: (list) => list.available_seats }))
  expectTypeOf(free.data).toEqualTypeOf<number | undefined>()
  expectTypeOf(free.error).toEqualTypeOf<SeatsError | null>()
  const stale = useQuery(seatsQueryOptions(client, source, { staleTime: 0, select: (list) => list.seats.length }))
  expectTypeOf(stale.data).toEqualTypeOf<number | undefined>()
  const summary = useQuery(seatsQueryOptions(client, source, { select: selectSummary(client) }))
  expectTypeOf(summary.data).toEqualTypeOf<RosterSummary | undefined>()
  const canClaim = useQuery(claimInfoQueryOptions(client, 'token', { select: (info) => info.can_claim }))
  expectTypeOf(canClaim.data).toEqualTypeOf<boolean | undefined>()
  // @ts-expect-error a roster has no such field
  seatsQueryOptions(client, source, { select: (list) => list.free_seats })
  // @ts-expect-error an invitation has no such field
  claimInfoQueryOptions(client, 'token', { select: (info) => info.seats })
})

test('the QueryClient and useQueries accept options of core', () => {
  const options = seatsQueryOptions(client, source, { select: (list) => list.total_seats })
  expectTypeOf(queryClient.fetchQuery(options)).toEqualTypeOf<Promise<SeatsList>>()
  expectTypeOf(queryClient.prefetchQuery(options)).toEqualTypeOf<Promise<void>>()
  const [first, second] = useQueries({ queries: [seatsQueryOptions(client, source), options] })
  expectTypeOf(first.data).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(second.data).toEqualTypeOf<number | undefined>()
})
