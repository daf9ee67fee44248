import type {
  AddedMember,
  AddMemberParams,
  ClaimFlowState,
  CustomerSeat,
  CustomerSeatClaimResponse,
  RemovedMember,
  RemoveMemberParams,
  RosterSummary,
  SeatCountPreview,
  SeatInvitee,
  SeatAccess,
  SeatPermissions,
  SeatClaim,
  SeatClaimInfo,
  SeatsClient,
  SeatsError,
  SeatsList,
  SeatSource,
  SeatSubscription,
  TeamMember,
  UpdateMemberParams,
} from '@seats/core'
import type {
  AssignSeatsJob,
  AssignSeatsJobOptions,
  AssignSeatsState,
  SeatCountCancel,
  SeatCountUpdate,
  SharedClaimFlowOptions,
} from '@seats/core/query'

/** The part of a query's result that stories read. */
export interface QueryResult<Data> {
  readonly data: Data | undefined
  readonly error: SeatsError | null
  readonly status: 'pending' | 'error' | 'success'
  readonly isFetching: boolean
  readonly isPlaceholderData: boolean
}

export interface QueryOptions<QueryFnData, Data, Selectable = QueryFnData> {
  select?: (data: Selectable) => Data
  enabled?: boolean | ((query: { state: { data: QueryFnData | undefined } }) => boolean)
  staleTime?: number
  placeholderData?: (previous: QueryFnData | undefined) => QueryFnData | undefined
  live?: boolean
}

/** The part of a mutation's result that stories read. */
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

/** A getter, because a story's input can change. */
type Input<Value> = () => Value

/** The hooks and composables with one signature for both frameworks. */
export interface Hooks {
  useSeatsClient(): Input<SeatsClient>
  useSeats<Data = SeatsList>(
    source: Input<SeatSource | null | undefined>,
    options?: Input<QueryOptions<SeatsList, Data>>,
  ): QueryResult<Data>
  useSeatsSummary<Data = RosterSummary>(
    source: Input<SeatSource | null | undefined>,
    options?: Input<QueryOptions<SeatsList, Data, RosterSummary>>,
  ): QueryResult<Data>
  useAssignSeat(
    source: Input<SeatSource | null | undefined>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, SeatInvitee>
  useRevokeSeat(
    source: Input<SeatSource | null | undefined>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useAssignSeats(
    source: Input<SeatSource | null | undefined>,
    options?: Input<AssignSeatsJobOptions>,
  ): AssignSeatsState & AssignSeatsJob
  useReinviteSeat(
    source: Input<SeatSource | null | undefined>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useResendInvitation(
    source: Input<SeatSource | null | undefined>,
    options?: Input<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useClaimInfo<Data = SeatClaimInfo>(
    token: Input<string | null | undefined>,
    options?: Input<QueryOptions<SeatClaimInfo, Data>>,
  ): QueryResult<Data>
  useClaimFlow(
    token: Input<string | null | undefined>,
    options?: Input<SharedClaimFlowOptions>,
  ): { readonly state: ClaimFlowState; claim(): Promise<void> }
  useSubscription(
    source: Input<SeatSource | null | undefined>,
    options?: Input<{ live?: boolean }>,
  ): QueryResult<SeatSubscription>
  useSeatCountPreview(
    source: Input<SeatSource | null | undefined>,
    seats: Input<number | null | undefined>,
  ): QueryResult<SeatCountPreview>
  useUpdateSeatCount(source: Input<SeatSource | null | undefined>): MutationResult<SeatSubscription, SeatCountUpdate>
  useCancelSeatCountChange(
    source: Input<SeatSource | null | undefined>,
  ): MutationResult<SeatSubscription, SeatCountCancel>
  useSeatPermissions(source: Input<SeatSource | null | undefined>): QueryResult<SeatPermissions>
  useSeatAccess(
    source: Input<SeatSource | null | undefined>,
    options?: Input<{ live?: boolean }>,
  ): QueryResult<SeatAccess> & { readonly access: string }
  useMySeats(): QueryResult<CustomerSeat[]>
  useClaimedSubscriptions(): QueryResult<SeatSubscription[]>
  useMembers(): QueryResult<TeamMember[]>
  useAddMember(): MutationResult<AddedMember, AddMemberParams>
  useUpdateMember(): MutationResult<TeamMember, UpdateMemberParams>
  useRemoveMember(): MutationResult<RemovedMember, RemoveMemberParams>
  useClaimSeat(
    options?: Input<MutationOptions<CustomerSeatClaimResponse>>,
  ): MutationResult<CustomerSeatClaimResponse, SeatClaim>
}
