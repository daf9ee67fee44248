import { useMutation, useQueries, useQuery, type QueryClient } from '@tanstack/vue-query'
import { computed } from 'vue'
import { expectTypeOf, test } from 'vitest'
import {
  subscriptionQueryOptions,
  seatCountPreviewQueryOptions,
  seatPermissionsQueryOptions,
  seatAccessQueryOptions,
  mySeatsQueryOptions,
  membersQueryOptions,
  claimedSubscriptionsQueryOptions,
  updateSeatCountMutationOptions,
  cancelSeatCountChangeMutationOptions,
  addMemberMutationOptions,
  updateMemberMutationOptions,
  removeMemberMutationOptions,
  assignSeatMutationOptions,
  assignSeatsQueryOptions,
  claimInfoQueryOptions,
  claimSeatMutationOptions,
  reinviteSeatMutationOptions,
  resendInvitationMutationOptions,
  revokeSeatMutationOptions,
  seatsQueryOptions,
  selectSummary,
  type AssignSeatsState,
  type CustomerSeat,
  type CustomerSeatClaimResponse,
  type RosterSummary,
  type SeatClaim,
  type SeatClaimInfo,
  type SeatInvitee,
  type SeatsClient,
  type SeatsError,
  type SeatsList,
  type AddMemberParams,
  type AddedMember,
  type RemoveMemberParams,
  type RemovedMember,
  type SeatAccess,
  type SeatCountPreview,
  type SeatCountUpdate,
  type SeatPermissions,
  type SeatSubscription,
  type TeamMember,
  type UpdateMemberParams,
} from '../src/exports/index.ts'

declare const client: SeatsClient
declare const queryClient: QueryClient
const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const roster: SeatsList = { seats: [], available_seats: 0, total_seats: 0 }
declare const subscription: SeatSubscription

test('useQuery infers the data and the error', () => {
  const seats = useQuery(seatsQueryOptions(client, source))
  expectTypeOf(seats.data.value).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(seats.error.value).toEqualTypeOf<SeatsError | null>()

  const info = useQuery(claimInfoQueryOptions(client, 'token'))
  expectTypeOf(info.data.value).toEqualTypeOf<SeatClaimInfo | undefined>()
  expectTypeOf(info.error.value).toEqualTypeOf<SeatsError | null>()

  const bulk = useQuery(assignSeatsQueryOptions(client, source, queryClient))
  expectTypeOf(bulk.data.value).toEqualTypeOf<AssignSeatsState>()
  useQuery(seatsQueryOptions(client, null))
  useQuery(claimInfoQueryOptions(client, undefined))
})

test('select infers its argument and the data', () => {
  const free = useQuery(seatsQueryOptions(client, source, { select: (list) => list.available_seats }))
  expectTypeOf(free.data.value).toEqualTypeOf<number | undefined>()
  expectTypeOf(free.error.value).toEqualTypeOf<SeatsError | null>()
  const summary = useQuery(seatsQueryOptions(client, source, { select: selectSummary(client) }))
  expectTypeOf(summary.data.value).toEqualTypeOf<RosterSummary | undefined>()
  const used = useQuery(seatsQueryOptions(client, source, { select: selectSummary(client, (counts) => counts.used) }))
  expectTypeOf(used.data.value).toEqualTypeOf<number | undefined>()
  const canClaim = useQuery(claimInfoQueryOptions(client, 'token', { select: (info) => info.can_claim }))
  expectTypeOf(canClaim.data.value).toEqualTypeOf<boolean | undefined>()
  // @ts-expect-error a roster has no such field
  seatsQueryOptions(client, source, { select: (list) => list.free_seats })
})

test('other options have typed arguments, and the key and the function cannot be replaced', () => {
  seatsQueryOptions(client, source, {
    enabled: (query) => query.state.data?.total_seats !== 0,
    refetchInterval: (query) => (query.state.error?.status === 429 ? false : 1000),
    throwOnError: (error) => error.status === 500,
    placeholderData: (previous) => previous,
  })
  const defined = useQuery(seatsQueryOptions(client, source, { initialData: roster }))
  expectTypeOf(defined.data.value).toEqualTypeOf<SeatsList>()
  const free = useQuery(
    seatsQueryOptions(client, source, { initialData: () => roster, select: (list) => list.available_seats }),
  )
  expectTypeOf(free.data.value).toEqualTypeOf<number>()
  // @ts-expect-error the factory sets the key
  seatsQueryOptions(client, source, { queryKey: ['mine'] })
  // @ts-expect-error the factory sets the function
  claimInfoQueryOptions(client, 'token', { queryFn: () => roster })
})

test('the QueryClient infers data and error from the options and from the key', () => {
  const options = seatsQueryOptions(client, source)
  expectTypeOf(queryClient.getQueryData(options.queryKey)).toEqualTypeOf<SeatsList | undefined>()
  queryClient.setQueryData(options.queryKey, (list) => {
    expectTypeOf(list).toEqualTypeOf<SeatsList | undefined>()
    return list
  })
  expectTypeOf(queryClient.prefetchQuery(options)).toEqualTypeOf<Promise<void>>()
  expectTypeOf(queryClient.fetchQuery(options)).toEqualTypeOf<Promise<SeatsList>>()
  expectTypeOf(queryClient.ensureQueryData(options)).toEqualTypeOf<Promise<SeatsList>>()
  const infoKey = claimInfoQueryOptions(client, 'token').queryKey
  expectTypeOf(queryClient.getQueryData(infoKey)).toEqualTypeOf<SeatClaimInfo | undefined>()
  const bulkKey = assignSeatsQueryOptions(client, source, queryClient).queryKey
  expectTypeOf(queryClient.getQueryData(bulkKey)).toEqualTypeOf<AssignSeatsState | undefined>()
  // With `select`, the cache still holds the whole roster.
  const selected = seatsQueryOptions(client, source, { select: (list) => list.total_seats })
  expectTypeOf(queryClient.getQueryData(selected.queryKey)).toEqualTypeOf<SeatsList | undefined>()
})

test('refs, getters, suspense() and useQueries infer the data', async () => {
  const fromRef = useQuery(computed(() => seatsQueryOptions(client, source)))
  expectTypeOf(fromRef.data.value).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(fromRef.error.value).toEqualTypeOf<SeatsError | null>()
  const fromGetter = useQuery(() => seatsQueryOptions(client, source, { select: (list) => list.total_seats }))
  expectTypeOf(fromGetter.data.value).toEqualTypeOf<number | undefined>()
  expectTypeOf((await fromRef.suspense()).data).toEqualTypeOf<SeatsList | undefined>()
  const results = useQueries({
    queries: [
      seatsQueryOptions(client, source),
      seatsQueryOptions(client, source, { select: (list) => list.total_seats }),
    ],
  })
  expectTypeOf(results.value[0].data).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(results.value[1].data).toEqualTypeOf<number | undefined>()
})

test('useMutation infers variables, data, error and context', () => {
  const assign = useMutation(
    assignSeatMutationOptions(client, source, queryClient, {
      onMutate: (invitee) => {
        expectTypeOf(invitee).toEqualTypeOf<SeatInvitee>()
        return { at: 1 }
      },
      onSuccess: (seat, _invitee, context) => {
        expectTypeOf(seat).toEqualTypeOf<CustomerSeat>()
        expectTypeOf(context).toEqualTypeOf<{ at: number }>()
      },
      onError: (error) => expectTypeOf(error).toEqualTypeOf<SeatsError>(),
    }),
  )
  expectTypeOf(assign.data.value).toEqualTypeOf<CustomerSeat | undefined>()
  expectTypeOf(assign.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(assign.mutate).parameter(0).toEqualTypeOf<SeatInvitee>()

  for (const options of [
    revokeSeatMutationOptions(client, source, queryClient),
    resendInvitationMutationOptions(client, source, queryClient),
    reinviteSeatMutationOptions(client, source, queryClient),
  ]) {
    const change = useMutation(options)
    expectTypeOf(change.data.value).toEqualTypeOf<CustomerSeat | undefined>()
    expectTypeOf(change.error.value).toEqualTypeOf<SeatsError | null>()
    expectTypeOf(change.mutate).parameter(0).toEqualTypeOf<CustomerSeat>()
  }

  const claim = useMutation(claimSeatMutationOptions(client, queryClient))
  expectTypeOf(claim.data.value).toEqualTypeOf<CustomerSeatClaimResponse | undefined>()
  expectTypeOf(claim.mutate).parameter(0).toEqualTypeOf<SeatClaim>()
  // @ts-expect-error the client retries, and TanStack Query must not send a change twice
  assignSeatMutationOptions(client, source, queryClient, { retry: 3 })
})

test('useQuery infers the data and the error of every other query', () => {
  const plan = useQuery(subscriptionQueryOptions(client, source))
  expectTypeOf(plan.data.value).toEqualTypeOf<SeatSubscription | undefined>()
  expectTypeOf(plan.error.value).toEqualTypeOf<SeatsError | null>()
  const seatCountPreview = useQuery(seatCountPreviewQueryOptions(client, source, 12))
  expectTypeOf(seatCountPreview.data.value).toEqualTypeOf<SeatCountPreview | undefined>()
  expectTypeOf(seatCountPreview.error.value).toEqualTypeOf<SeatsError | null>()
  const seatPermissions = useQuery(seatPermissionsQueryOptions(client, source))
  expectTypeOf(seatPermissions.data.value).toEqualTypeOf<SeatPermissions | undefined>()
  expectTypeOf(seatPermissions.error.value).toEqualTypeOf<SeatsError | null>()
  const seatAccess = useQuery(seatAccessQueryOptions(client, source))
  expectTypeOf(seatAccess.data.value).toEqualTypeOf<SeatAccess | undefined>()
  expectTypeOf(seatAccess.error.value).toEqualTypeOf<SeatsError | null>()
  const mySeats = useQuery(mySeatsQueryOptions(client))
  expectTypeOf(mySeats.data.value).toEqualTypeOf<CustomerSeat[] | undefined>()
  expectTypeOf(mySeats.error.value).toEqualTypeOf<SeatsError | null>()
  const members = useQuery(membersQueryOptions(client))
  expectTypeOf(members.data.value).toEqualTypeOf<TeamMember[] | undefined>()
  expectTypeOf(members.error.value).toEqualTypeOf<SeatsError | null>()
  const claimedSubscriptions = useQuery(claimedSubscriptionsQueryOptions(client))
  expectTypeOf(claimedSubscriptions.data.value).toEqualTypeOf<SeatSubscription[] | undefined>()
  expectTypeOf(claimedSubscriptions.error.value).toEqualTypeOf<SeatsError | null>()
  const count = useQuery(subscriptionQueryOptions(client, source, { select: ({ seats }) => seats }))
  expectTypeOf(count.data.value).toEqualTypeOf<SeatSubscription['seats'] | undefined>()
  const canAssign = useQuery(seatPermissionsQueryOptions(client, source, { select: ({ assignSeat }) => assignSeat }))
  expectTypeOf(canAssign.data.value).toEqualTypeOf<boolean | undefined>()
})

test('useMutation infers the variables, the data and the error of every other mutation', () => {
  const updateSeatCount = useMutation(updateSeatCountMutationOptions(client, source, queryClient))
  expectTypeOf(updateSeatCount.data.value).toEqualTypeOf<SeatSubscription | undefined>()
  expectTypeOf(updateSeatCount.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(updateSeatCount.mutate).parameter(0).toEqualTypeOf<SeatCountUpdate>()
  const cancelSeatCountChange = useMutation(cancelSeatCountChangeMutationOptions(client, source, queryClient))
  expectTypeOf(cancelSeatCountChange.data.value).toEqualTypeOf<SeatSubscription | undefined>()
  expectTypeOf(cancelSeatCountChange.error.value).toEqualTypeOf<SeatsError | null>()
  cancelSeatCountChange.mutate()
  cancelSeatCountChange.mutate({ seen: subscription })
  const addMember = useMutation(addMemberMutationOptions(client, queryClient))
  expectTypeOf(addMember.data.value).toEqualTypeOf<AddedMember | undefined>()
  expectTypeOf(addMember.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(addMember.mutate).parameter(0).toEqualTypeOf<AddMemberParams>()
  const updateMember = useMutation(updateMemberMutationOptions(client, queryClient))
  expectTypeOf(updateMember.data.value).toEqualTypeOf<TeamMember | undefined>()
  expectTypeOf(updateMember.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(updateMember.mutate).parameter(0).toEqualTypeOf<UpdateMemberParams>()
  const removeMember = useMutation(removeMemberMutationOptions(client, queryClient))
  expectTypeOf(removeMember.data.value).toEqualTypeOf<RemovedMember | undefined>()
  expectTypeOf(removeMember.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(removeMember.mutate).parameter(0).toEqualTypeOf<RemoveMemberParams>()
})
