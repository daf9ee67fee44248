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
type Getter<Value> = () => Value

/** The hooks and composables with one signature for both frameworks. */
export interface Hooks {
  useSeatsClient(): Getter<SeatsClient>
  useSeats<Data = SeatsList>(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<QueryOptions<SeatsList, Data>>,
  ): QueryResult<Data>
  useSeatsSummary<Data = RosterSummary>(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<QueryOptions<SeatsList, Data, RosterSummary>>,
  ): QueryResult<Data>
  useAssignSeat(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, SeatInvitee>
  useRevokeSeat(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useAssignSeats(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<AssignSeatsJobOptions>,
  ): AssignSeatsState & AssignSeatsJob
  useReinviteSeat(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useResendInvitation(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<MutationOptions<CustomerSeat>>,
  ): MutationResult<CustomerSeat, CustomerSeat>
  useClaimInfo<Data = SeatClaimInfo>(
    token: Getter<string | null | undefined>,
    options?: Getter<QueryOptions<SeatClaimInfo, Data>>,
  ): QueryResult<Data>
  useClaimFlow(
    token: Getter<string | null | undefined>,
    options?: Getter<SharedClaimFlowOptions>,
  ): { readonly state: ClaimFlowState; claim(): Promise<void> }
  useSubscription(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<{ live?: boolean }>,
  ): QueryResult<SeatSubscription>
  useSeatCountPreview(
    source: Getter<SeatSource | null | undefined>,
    seats: Getter<number | null | undefined>,
  ): QueryResult<SeatCountPreview>
  useUpdateSeatCount(source: Getter<SeatSource | null | undefined>): MutationResult<SeatSubscription, SeatCountUpdate>
  useCancelSeatCountChange(
    source: Getter<SeatSource | null | undefined>,
  ): MutationResult<SeatSubscription, SeatCountCancel>
  useSeatPermissions(source: Getter<SeatSource | null | undefined>): QueryResult<SeatPermissions>
  useSeatAccess(
    source: Getter<SeatSource | null | undefined>,
    options?: Getter<{ live?: boolean }>,
  ): QueryResult<SeatAccess> & { readonly access: string }
  useMySeats(): QueryResult<CustomerSeat[]>
  useClaimedSubscriptions(): QueryResult<SeatSubscription[]>
  useMembers(): QueryResult<TeamMember[]>
  useAddMember(): MutationResult<AddedMember, AddMemberParams>
  useUpdateMember(): MutationResult<TeamMember, UpdateMemberParams>
  useRemoveMember(): MutationResult<RemovedMember, RemoveMemberParams>
  useClaimSeat(
    options?: Getter<MutationOptions<CustomerSeatClaimResponse>>,
  ): MutationResult<CustomerSeatClaimResponse, SeatClaim>
}
