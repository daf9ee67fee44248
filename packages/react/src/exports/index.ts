/**
 * React hooks for the seats API, built on TanStack Query. The hooks and the provider work only in client components.
 * Everything else can also be called in a server component.
 *
 * @module @seats/react
 */

export { SeatsProvider, type SeatsProviderProps } from '../SeatsProvider.ts'
export { useAssignSeat, type UseAssignSeatOptions } from '../useAssignSeat.ts'
export { useAssignSeats, type UseAssignSeatsResult } from '../useAssignSeats.ts'
export { useClaimFlow, type UseClaimFlowResult } from '../useClaimFlow.ts'
export { useClaimInfo, type UseClaimInfoOptions } from '../useClaimInfo.ts'
export { useClaimSeat, type UseClaimSeatOptions } from '../useClaimSeat.ts'
export { useReinviteSeat, type UseReinviteSeatOptions } from '../useReinviteSeat.ts'
export { useResendInvitation, type UseResendInvitationOptions } from '../useResendInvitation.ts'
export { useRevokeSeat, type UseRevokeSeatOptions } from '../useRevokeSeat.ts'
export { useSeats, type UseSeatsOptions } from '../useSeats.ts'
export { useSeatsClient } from '../useSeatsClient.ts'
export { useSeatsSummary, type UseSeatsSummaryOptions } from '../useSeatsSummary.ts'
export { useSuspenseSeats, type UseSuspenseSeatsOptions } from '../useSuspenseSeats.ts'
export { useSubscription, type UseSubscriptionOptions } from '../useSubscription.ts'
export { useSeatCountPreview, type UseSeatCountPreviewOptions } from '../useSeatCountPreview.ts'
export { useSeatAccess, type SeatAccessResult, type UseSeatAccessOptions } from '../useSeatAccess.ts'
export { useSeatPermissions, type UseSeatPermissionsOptions } from '../useSeatPermissions.ts'
export { useMySeats, type UseMySeatsOptions } from '../useMySeats.ts'
export { useClaimedSubscriptions, type UseClaimedSubscriptionsOptions } from '../useClaimedSubscriptions.ts'
export { useMembers, type UseMembersOptions } from '../useMembers.ts'
export { useUpdateSeatCount, type UseUpdateSeatCountOptions } from '../useUpdateSeatCount.ts'
export { useCancelSeatCountChange, type UseCancelSeatCountChangeOptions } from '../useCancelSeatCountChange.ts'
export { useAddMember, type UseAddMemberOptions } from '../useAddMember.ts'
export { useUpdateMember, type UseUpdateMemberOptions } from '../useUpdateMember.ts'
export { useRemoveMember, type UseRemoveMemberOptions } from '../useRemoveMember.ts'
export type { LiveRosterOption } from '../LiveRosterOption.ts'

export { assignSeatMutationOptions } from '../assignSeatMutationOptions.ts'
export { assignSeatsQueryOptions } from '../assignSeatsQueryOptions.ts'
export { claimInfoQueryOptions } from '../claimInfoQueryOptions.ts'
export { claimSeatMutationOptions } from '../claimSeatMutationOptions.ts'
export { reinviteSeatMutationOptions } from '../reinviteSeatMutationOptions.ts'
export { resendInvitationMutationOptions } from '../resendInvitationMutationOptions.ts'
export { revokeSeatMutationOptions } from '../revokeSeatMutationOptions.ts'
export { seatsQueryOptions } from '../seatsQueryOptions.ts'
export { subscriptionQueryOptions } from '../subscriptionQueryOptions.ts'
export { seatCountPreviewQueryOptions } from '../seatCountPreviewQueryOptions.ts'
export { seatAccessQueryOptions } from '../seatAccessQueryOptions.ts'
export { seatPermissionsQueryOptions } from '../seatPermissionsQueryOptions.ts'
export { mySeatsQueryOptions } from '../mySeatsQueryOptions.ts'
export { claimedSubscriptionsQueryOptions } from '../claimedSubscriptionsQueryOptions.ts'
export { membersQueryOptions } from '../membersQueryOptions.ts'
export { updateSeatCountMutationOptions } from '../updateSeatCountMutationOptions.ts'
export { cancelSeatCountChangeMutationOptions } from '../cancelSeatCountChangeMutationOptions.ts'
export { addMemberMutationOptions } from '../addMemberMutationOptions.ts'
export { updateMemberMutationOptions } from '../updateMemberMutationOptions.ts'
export { removeMemberMutationOptions } from '../removeMemberMutationOptions.ts'

// The parts of @seats/core that a page needs, so that a page needs only one import.
export {
  createSeatsClient,
  findSeat,
  hasOccupant,
  indexRoster,
  isInvitationExpired,
  isNobodysSeat,
  isSeatsError,
  noSeatPermissions,
  patchRoster,
  preflightSeats,
  seatCountLimits,
  seatOccupant,
  seatPrice,
  SeatsError,
  summarizeRoster,
} from '@seats/core'
export { assignSeatsJob, followRoster, isOptimisticSeat, selectSummary, sharedClaimFlow } from '@seats/core/query'
export type * from '@seats/core'
export type {
  AssignSeatsJob,
  AssignSeatsJobOptions,
  AnsweredPermissions,
  AssignSeatsState,
  SeatCountCancel,
  SeatCountUpdate,
  SeatsCache,
  SeatsKey,
  SharedClaimFlowOptions,
} from '@seats/core/query'
