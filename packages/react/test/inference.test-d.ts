import type {
  CustomerSeat,
  CustomerSeatClaimResponse,
  RosterSummary,
  SeatInvitee,
  SeatClaimInfo,
  SeatsError,
  SeatsList,
} from '@seats/core'
import { keepPreviousData } from '@tanstack/react-query'
import { expectTypeOf, test } from 'vitest'
import {
  useAssignSeat,
  useAssignSeats,
  useClaimFlow,
  useClaimInfo,
  useClaimSeat,
  useRevokeSeat,
  useSeats,
  useSeatsSummary,
  useSuspenseSeats,
} from '../src/exports/index.ts'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const roster: SeatsList = { seats: [], available_seats: 0, total_seats: 0 }

test('a query has the types of its data and its error', () => {
  const seats = useSeats(source)
  expectTypeOf(seats.data).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(seats.error).toEqualTypeOf<SeatsError | null>()
  if (seats.isSuccess) expectTypeOf(seats.data).toEqualTypeOf<SeatsList>()
  if (seats.isError) expectTypeOf(seats.error).toEqualTypeOf<SeatsError>()

  expectTypeOf(useClaimInfo(null).data).toEqualTypeOf<SeatClaimInfo | undefined>()
  expectTypeOf(useSeatsSummary({ order_id: source.subscription_id }).data).toEqualTypeOf<RosterSummary | undefined>()
})

test('`select` has a typed argument, and its result is the type of the data', () => {
  expectTypeOf(useSeats(source, { select: ({ seats }) => seats.length }).data).toEqualTypeOf<number | undefined>()
  expectTypeOf(useSeatsSummary(source, { select: ({ used }) => `${used}` }).data).toEqualTypeOf<string | undefined>()
  expectTypeOf(useClaimInfo('token', { select: (info) => info.can_claim }).data).toEqualTypeOf<boolean | undefined>()
  expectTypeOf(useSuspenseSeats(source, { select: ({ seats }) => seats }).data).toEqualTypeOf<CustomerSeat[]>()
  expectTypeOf(useSuspenseSeats(source).data).toEqualTypeOf<SeatsList>()
  expectTypeOf(useSeats(source, { initialData: roster }).data).toEqualTypeOf<SeatsList>()
})

test('options of TanStack Query are accepted, except the key, the function and retries', () => {
  const seats = useSeats(source, {
    enabled: ({ state }) => state.data === undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.error ? false : 1000),
    staleTime: 0,
    live: true,
    throwOnError: (error) => error.status === 500,
  })
  expectTypeOf(seats.data).toEqualTypeOf<SeatsList | undefined>()
  // @ts-expect-error the hook sets the key
  useSeats(source, { queryKey: ['mine'] })
  // @ts-expect-error the hook sets the function
  useClaimInfo('token', { queryFn: () => roster })
  // @ts-expect-error a mutation that is sent twice could assign two seats
  useAssignSeat(source, { retry: 3 })
})

test('a mutation has the types of its variables, its data, its error and its context', () => {
  const assign = useAssignSeat(source, {
    onMutate: (assignment) => {
      expectTypeOf(assignment).toEqualTypeOf<SeatInvitee>()
      return { at: 1 }
    },
    onSuccess: (seat, _assignment, context) => {
      expectTypeOf(seat).toEqualTypeOf<CustomerSeat>()
      expectTypeOf(context).toEqualTypeOf<{ at: number }>()
    },
    onError: (error) => expectTypeOf(error).toEqualTypeOf<SeatsError>(),
  })
  expectTypeOf(assign.data).toEqualTypeOf<CustomerSeat | undefined>()
  expectTypeOf(assign.error).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(assign.context).toEqualTypeOf<{ at: number } | undefined>()
  expectTypeOf(assign.mutateAsync({ email: 'ada@example.com' })).toEqualTypeOf<Promise<CustomerSeat>>()
  // @ts-expect-error a recipient has one identifier
  assign.mutate({ email: 'ada@example.com', customer_id: source.subscription_id })

  expectTypeOf(useRevokeSeat(source).mutate).parameter(0).toEqualTypeOf<CustomerSeat>()
  expectTypeOf(useClaimSeat().data).toEqualTypeOf<CustomerSeatClaimResponse | undefined>()
})

test('a source can be null, and cannot be both a subscription and an order', () => {
  expectTypeOf(useSeats(null).data).toEqualTypeOf<SeatsList | undefined>()
  useAssignSeat(null)
  // @ts-expect-error useSuspenseSeats needs a source
  useSuspenseSeats(null)
  // @ts-expect-error a source is a subscription or an order
  useSeats({ subscription_id: source.subscription_id, order_id: source.subscription_id })
})

test('the claim flow and the bulk job have the types of their states', () => {
  const { state, claim } = useClaimFlow('token')
  if (state.status === 'ready') expectTypeOf(state.info).toEqualTypeOf<SeatClaimInfo>()
  if (state.status === 'failed') expectTypeOf(state.error).toEqualTypeOf<SeatsError>()
  expectTypeOf(claim()).toEqualTypeOf<Promise<void>>()

  const bulk = useAssignSeats(source)
  expectTypeOf(bulk.status).toEqualTypeOf<'idle' | 'running' | 'stopped' | 'done' | 'failed'>()
  expectTypeOf(bulk.start).parameter(0).toEqualTypeOf<SeatInvitee[]>()
})
