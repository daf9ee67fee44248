import type {
  CustomerSeat,
  CustomerSeatClaimResponse,
  RosterSummary,
  SeatInvitee,
  SeatClaimInfo,
  SeatsError,
  SeatsList,
} from '@seats/core'
import { keepPreviousData } from '@tanstack/vue-query'
import { ref } from 'vue'
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
} from '../src/exports/index.ts'

const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
const roster: SeatsList = { seats: [], available_seats: 0, total_seats: 0 }

test('a query', () => {
  const seats = useSeats(source)
  expectTypeOf(seats.data.value).toEqualTypeOf<SeatsList | undefined>()
  expectTypeOf(seats.error.value).toEqualTypeOf<SeatsError | null>()

  expectTypeOf(useClaimInfo(null).data.value).toEqualTypeOf<SeatClaimInfo | undefined>()
  expectTypeOf(useSeatsSummary({ order_id: source.subscription_id }).data.value).toEqualTypeOf<
    RosterSummary | undefined
  >()
})

test('select narrows, and what it is given is known', () => {
  expectTypeOf(useSeats(source, { select: ({ seats }) => seats.length }).data.value).toEqualTypeOf<number | undefined>()
  expectTypeOf(useSeatsSummary(source, { select: ({ used }) => `${used}` }).data.value).toEqualTypeOf<
    string | undefined
  >()
  expectTypeOf(useClaimInfo('token', { select: (info) => info.can_claim }).data.value).toEqualTypeOf<
    boolean | undefined
  >()
  expectTypeOf(useSeats(source, { initialData: roster }).data.value).toEqualTypeOf<SeatsList>()
})

test("TanStack's own options pass through", () => {
  const seats = useSeats(source, {
    enabled: ({ state }) => state.data === undefined,
    placeholderData: keepPreviousData,
    refetchInterval: ({ state }) => (state.error ? false : 1000),
    staleTime: ref(0),
    live: ref(true),
    throwOnError: (error) => error.status === 500,
  })
  expectTypeOf(seats.data.value).toEqualTypeOf<SeatsList | undefined>()
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
  expectTypeOf(assign.data.value).toEqualTypeOf<CustomerSeat | undefined>()
  expectTypeOf(assign.error.value).toEqualTypeOf<SeatsError | null>()
  expectTypeOf(assign.context.value).toEqualTypeOf<{ at: number } | undefined>()
  expectTypeOf(assign.mutateAsync({ email: 'ada@example.com' })).toEqualTypeOf<Promise<CustomerSeat>>()
  // @ts-expect-error two ways to say who it is
  assign.mutate({ email: 'ada@example.com', customer_id: source.subscription_id })

  expectTypeOf(useRevokeSeat(source).mutate).parameter(0).toEqualTypeOf<CustomerSeat>()
  expectTypeOf(useClaimSeat().data.value).toEqualTypeOf<CustomerSeatClaimResponse | undefined>()
})

test('null is a source that is not known yet, and two are none', () => {
  expectTypeOf(useSeats(null).data.value).toEqualTypeOf<SeatsList | undefined>()
  useSeats(ref(null))
  useSeats(() => (Math.random() < 0.5 ? null : source))
  useAssignSeat(null)
  // @ts-expect-error which of them?
  useSeats({ subscription_id: source.subscription_id, order_id: source.subscription_id })
})

test('flows', () => {
  const { state: current, claim } = useClaimFlow(() => 'token')
  const state = current.value
  if (state.status === 'ready') expectTypeOf(state.info).toEqualTypeOf<SeatClaimInfo>()
  if (state.status === 'failed') expectTypeOf(state.error).toEqualTypeOf<SeatsError>()
  expectTypeOf(claim()).toEqualTypeOf<Promise<void>>()

  const bulk = useAssignSeats(source)
  expectTypeOf(bulk.status.value).toEqualTypeOf<'idle' | 'running' | 'stopped' | 'done' | 'failed'>()
  expectTypeOf(bulk.start).parameter(0).toEqualTypeOf<SeatInvitee[]>()
})
