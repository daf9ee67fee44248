/**
 * Options for TanStack Query, and functions for bulk jobs, claim flows and live rosters. `@seats/react` and
 * `@seats/vue` use them.
 *
 * @module @seats/core/query
 */

export { addMemberMutationOptions } from '../query/options/addMemberMutationOptions.ts'
export { assignSeatMutationOptions } from '../query/options/assignSeatMutationOptions.ts'
export { assignSeatsJob, type AssignSeatsJob, type AssignSeatsJobOptions } from '../query/bulk/assignSeatsJob.ts'
export { assignSeatsQueryOptions, type AssignSeatsQueryOptions } from '../query/options/assignSeatsQueryOptions.ts'
export type { AssignSeatsState } from '../query/bulk/AssignSeatsState.ts'
export { cancelSeatCountChangeMutationOptions } from '../query/options/cancelSeatCountChangeMutationOptions.ts'
export { claimedSubscriptionsQueryOptions } from '../query/options/claimedSubscriptionsQueryOptions.ts'
export { claimInfoQueryOptions, type ClaimInfoQueryOptions } from '../query/options/claimInfoQueryOptions.ts'
export { claimSeatMutationOptions } from '../query/options/claimSeatMutationOptions.ts'
export { followRoster } from '../query/live/followRoster.ts'
export { membersQueryOptions } from '../query/options/membersQueryOptions.ts'
export type { MutationOptions } from '../query/options/MutationOptions.ts'
export { mySeatsQueryOptions } from '../query/options/mySeatsQueryOptions.ts'
export { isOptimisticSeat } from '../query/roster/optimisticSeat.ts'
export type { ReadQueryOptions } from '../query/options/createQueryOptions.ts'
export { removeMemberMutationOptions } from '../query/options/removeMemberMutationOptions.ts'
export { reinviteSeatMutationOptions } from '../query/options/reinviteSeatMutationOptions.ts'
export { resendInvitationMutationOptions } from '../query/options/resendInvitationMutationOptions.ts'
export { revokeSeatMutationOptions } from '../query/options/revokeSeatMutationOptions.ts'
export { seatCountPreviewQueryOptions } from '../query/options/seatCountPreviewQueryOptions.ts'
export { accessState, type SeatAccessState } from '../query/options/accessState.ts'
export { seatAccessQueryOptions } from '../query/options/seatAccessQueryOptions.ts'
export { seatPermissionsQueryOptions, type AnsweredPermissions } from '../query/options/seatPermissionsQueryOptions.ts'
export type { SeatsCache } from '../query/cache/SeatsCache.ts'
export type { SeatsKey } from '../query/cache/seatsKeys.ts'
export type { QueryContext } from '../query/options/readForPage.ts'
export { seatsQueryOptions, type SeatsQueryOptions } from '../query/options/seatsQueryOptions.ts'
export { sharedClaimFlow, type SharedClaimFlowOptions } from '../query/claim/sharedClaimFlow.ts'
export { subscriptionQueryOptions } from '../query/options/subscriptionQueryOptions.ts'
export { updateMemberMutationOptions } from '../query/options/updateMemberMutationOptions.ts'
export type { SeatCountCancel } from '../query/options/cancelSeatCountChangeMutationOptions.ts'
export {
  updateSeatCountMutationOptions,
  type SeatCountUpdate,
} from '../query/options/updateSeatCountMutationOptions.ts'
export { selectSummary } from '../query/options/selectSummary.ts'
