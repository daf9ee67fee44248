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

test('a query', () => {
  const seats = useSeats(source)
  expectTypeOf(seats.data).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(seats.error).toEqualTypeOf<SeatsError | null>()
  if (seats.isSuccess) expectTypeOf(seats.data).toEqualTypeOf<SeatsList>()
  if (seats.isError) expectTypeOf(seats.error).toEqualTypeOf<SeatsError>()

  expectTypeOf(useClaimInfo(null).data).toEqualTypeOf<SeatClaimInfo | undefined>()
  expectTypeOf(useSeatsSummary({ order_id: source.subscription_id }).data).toEqualTypeOf<RosterSummary | undefined>()
})

test('select narrows, and what it is given is known', () => {
  expectTypeOf(useSeats(source, { select: ({ seats }) => seats.length }).data).toEqualTypeOf<number | undefined>()
  expectTypeOf(useSeatsSummary(source, { select: ({ used }) => `${used}` }).data).toEqualTypeOf<string | undefined>()
  expectTypeOf(useClaimInfo('token', { select: (info) => info.can_claim }).data).toEqualTypeOf<boolean | undefined>()
  expectTypeOf(useSuspenseSeats(source, { select: ({ seats }) => seats }).data).toEqualTypeOf<CustomerSeat[]>()
  expectTypeOf(useSuspenseSeats(source).data).toEqualTypeOf<SeatsList>()
  expectTypeOf(useSeats(source, { initialData: roster }).data).toEqualTypeOf<SeatsList>()
})

test("TanStack's own options pass through", () => {
  const seats = useSeats(source, {
    enabled: ({ state }) => state.data === undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.error ? false : 1000),
    staleTime: 0,
    live: true,
    throwOnError: (error) => error.status === 500,
  })
  expectTypeOf(seats.data).toEqualTypeOf<SeatsList | undefined>()
  // @ts-expect-error its key is what makes it this query
  useSeats(source, { queryKey: ['mine'] })
  // @ts-expect-error and so is how it is read
  useClaimInfo('token', { queryFn: () => roster })
  // @ts-expect-error a mutation that is sent twice could seat two
  useAssignSeat(source, { retry: 3 })
})

test('a mutation', () => {
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
  // @ts-expect-error two ways to say who it is
  assign.mutate({ email: 'ada@example.com', customer_id: source.subscription_id })

  expectTypeOf(useRevokeSeat(source).mutate).parameter(0).toEqualTypeOf<CustomerSeat>()
  expectTypeOf(useClaimSeat().data).toEqualTypeOf<CustomerSeatClaimResponse | undefined>()
})

test('null is a source that is not known yet, and two are none', () => {
  expectTypeOf(useSeats(null).data).toEqualTypeOf<SeatsList | undefined>()
  useAssignSeat(null)
  // @ts-expect-error nothing to suspend for
  useSuspenseSeats(null)
  // @ts-expect-error which of them?
  useSeats({ subscription_id: source.subscription_id, order_id: source.subscription_id })
})

test('flows', () => {
  const { state, claim } = useClaimFlow('token')
  if (state.status === 'ready') expectTypeOf(state.info).toEqualTypeOf<SeatClaimInfo>()
  if (state.status === 'failed') expectTypeOf(state.error).toEqualTypeOf<SeatsError>()
  expectTypeOf(claim()).toEqualTypeOf<Promise<void>>()

  const bulk = useAssignSeats(source)
  expectTypeOf(bulk.status).toEqualTypeOf<'idle' | 'running' | 'stopped' | 'done' | 'failed'>()
  expectTypeOf(bulk.start).parameter(0).toEqualTypeOf<SeatInvitee[]>()
})
