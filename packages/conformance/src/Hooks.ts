import type {
  CustomerSeat,
  CustomerSeatClaimResponse,
  SeatAssignment,
  SeatClaim,
  SeatClaimInfo,
  SeatsClient,
  SeatsError,
  SeatsList,
  SeatSource,
} from '@seats/core'

/** What a story reads of a query, in any framework. */
export interface QueryResult<Data> {
  readonly data: Data | undefined
  readonly error: SeatsError | null
  readonly status: 'pending' | 'error' | 'success'
  readonly isFetching: boolean
  readonly isPlaceholderData: boolean
}

export interface QueryOptions<QueryFnData, Data> {
  select?: (data: QueryFnData) => Data
  enabled?: boolean | ((query: { state: { data: QueryFnData | undefined } }) => boolean)
  staleTime?: number
  placeholderData?: (previous: QueryFnData | undefined) => QueryFnData | undefined
}

/** What a story reads of a mutation. */
export interface MutationResult<Data, Variables> {
  readonly data: Data | undefined
  readonly error: SeatsError | null
  readonly status: 'idle' | 'pending' | 'error' | 'success'
  mutate(variables: Variables, callbacks?: { onSuccess?: (data: Data) => void }): void
  mutateAsync(variables: Variables): Promise<Data>
  reset(): void
}

export interface MutationOptions<Data> {
  onMutate?: () => unknown
  onSuccess?: (data: Data) => void
  onError?: (error: SeatsError) => void
}

/** Read again wherever it is used: an input of a story may change. */
type Input<Value> = () => Value

/** The hooks and composables, in the one form that stories use. */
export interface Hooks {
  useSeatsClient(): Input<SeatsClient>
  useSeats<Data = SeatsList>(
    source: Input<SeatSource | null>,
    options?: Input<QueryOptions<SeatsList, Data>>,
  ): QueryResult<Data>
  useAssignSeat(
    source: Input<SeatSource | null>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, SeatAssignment>
  useRevokeSeat(
    source: Input<SeatSource | null>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useResendInvitation(
    source: Input<SeatSource | null>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useClaimInfo<Data = SeatClaimInfo>(
    token: Input<string | null>,
    options?: Input<QueryOptions<SeatClaimInfo, Data>>,
  ): QueryResult<Data>
  useClaimSeat(
    options?: Input<MutationOptions<CustomerSeatClaimResponse>>,
  ): MutationResult<CustomerSeatClaimResponse, SeatClaim>
}
