/**
 * A typed client for Polar's seats API, typed errors, and workflows for common tasks. Needs no framework.
 *
 * @module @seats/core
 */

export { createSeatsClient, type SeatsClient } from '../client/createSeatsClient.ts'
export { isSeatsError } from '../errors/isSeatsError.ts'
export {
  SeatsError,
  type SeatsErrorCode,
  type SeatsErrorInit,
  type SeatsErrorJSON,
  type SeatsIssue,
  type SeatsOperation,
} from '../errors/SeatsError.ts'
export { issueCode } from '../errors/issueCode.ts'
export type { SeatsIssueCode } from '../errors/SeatsIssueCode.ts'
export type { CallBudget } from '../options/CallBudget.ts'
export type { CallOptions } from '../options/CallOptions.ts'
export type { RetryOptions } from '../options/RetryOptions.ts'
export type {
  OrganizationClientOptions,
  SeatsClientOptions,
  SessionClientOptions,
  TokenlessClientOptions,
} from '../options/SeatsClientOptions.ts'
export type { SeatsToken } from '../options/SeatsToken.ts'
export { openClaimStream } from '../operations/openClaimStream.ts'
export type { SeatCallOptions } from '../options/SeatCallOptions.ts'
export { addressKey } from '../roster/addressKey.ts'
export { findSeat } from '../roster/findSeat.ts'
export { hasOccupant } from '../roster/hasOccupant.ts'
export { indexRoster, type RosterIndex } from '../roster/indexRoster.ts'
export { isInvitationExpired, type NowOption } from '../roster/isInvitationExpired.ts'
export { isNobodysSeat } from '../roster/isNobodysSeat.ts'
export { lostSeat } from '../roster/lostSeat.ts'
export { patchRoster } from '../roster/patchRoster.ts'
export { seatOccupant, type SeatOccupant } from '../roster/seatOccupant.ts'
export { summarizeRoster, type RosterSummary } from '../roster/summarizeRoster.ts'
export type { SeenSubscription } from '../seatCount/isAsSeen.ts'
export { seatCountLimits, type SeatCountLimits } from '../seatCount/seatCountLimits.ts'
export { seatPrice } from '../seatCount/seatPrice.ts'
export { customerSeatSchema, type CustomerSeat, type SeatStatus } from '../schemas/CustomerSeat.ts'
export {
  customerSeatClaimResponseSchema,
  type CustomerSeatClaimResponse,
} from '../schemas/CustomerSeatClaimResponse.ts'
export { seatMemberSchema, type MemberRole, type SeatMember } from '../schemas/SeatMember.ts'
export type { PortalSeatAssign, SeatAssign } from '../schemas/SeatAssign.ts'
export type { SeatInvitee, SeatInviteeOptions } from '../schemas/SeatInvitee.ts'
export type { SeatClaim } from '../schemas/SeatClaim.ts'
export { seatClaimInfoSchema, type SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'
export { seatCountPreviewSchema, type SeatCountPreview, type SeenSeatCount } from '../schemas/SeatCountPreview.ts'
export type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
export type { SeatRecipient } from '../schemas/SeatRecipient.ts'
export { seatsListSchema, type SeatsList } from '../schemas/SeatsList.ts'
export type { SeatSource } from '../schemas/SeatSource.ts'
export {
  seatSubscriptionSchema,
  type PendingSubscriptionUpdate,
  type ProrationChoice,
  type ProrationBehavior,
  type SeatSubscription,
  type SeatTier,
  type SeatTiers,
  type SubscriptionDiscount,
  type SubscriptionPrice,
  type SubscriptionStatus,
} from '../schemas/SeatSubscription.ts'
export { teamMemberSchema, type TeamMember } from '../schemas/TeamMember.ts'
export type { AnyClient } from '../workflows/run/AnyClient.ts'
export type { Page } from '../workflows/run/listPages.ts'
export { addMember, type AddedMember, type AddMemberParams } from '../workflows/members/addMember.ts'
export { listMembers } from '../workflows/members/listMembers.ts'
export { removeMember, type RemovedMember, type RemoveMemberParams } from '../workflows/members/removeMember.ts'
export { updateMember, type UpdateMemberParams } from '../workflows/members/updateMember.ts'
export type { SeatAccess } from '../schemas/SeatAccess.ts'
export { noSeatPermissions, type SeatPermissions } from '../schemas/SeatPermissions.ts'
export { getMySeats } from '../workflows/user/getMySeats.ts'
export { getSeatAccess } from '../workflows/user/getSeatAccess.ts'
export { getSeatPermissions } from '../workflows/user/getSeatPermissions.ts'
export { listClaimedSubscriptions } from '../workflows/user/listClaimedSubscriptions.ts'
export type { BehaviorOption } from '../workflows/count/behaviorOf.ts'
export { cancelSeatCountChange, type CancelSeatCountParams } from '../workflows/count/cancelSeatCountChange.ts'
export { getSubscription } from '../workflows/count/getSubscription.ts'
export { previewSeatCount, type SeatCountParams } from '../workflows/count/previewSeatCount.ts'
export type { CancelSeatCountOptions, SeatCountOptions } from '../workflows/count/SeatCountOptions.ts'
export { updateSeatCount, type UpdateSeatCountParams } from '../workflows/count/updateSeatCount.ts'
export type { AppliedSeat, AppliedSeatPlan } from '../workflows/plan/appliedSeatPlan.ts'
export { applySeatPlan, type ApplySeatPlanParams } from '../workflows/plan/applySeatPlan.ts'
export type { ApplySeatPlanOptions, SeatPlanProgress } from '../workflows/plan/ApplySeatPlanOptions.ts'
export { assignSeats } from '../workflows/bulk/assignSeats.ts'
export type { AssignSeatsParams } from '../workflows/bulk/runAssignSeats.ts'
export type { AssignSeatsOptions } from '../workflows/bulk/AssignSeatsOptions.ts'
export type { AssignSeatsProgress } from '../workflows/bulk/AssignSeatsProgress.ts'
export type { AssignSeatsOutcome, AssignSeatsReport, AssignSeatsResult } from '../workflows/bulk/assignSeatsReport.ts'
export { createClaimFlow, type ClaimFlow, type ClaimFlowParams } from '../workflows/claim/createClaimFlow.ts'
export type { ClaimFlowState } from '../workflows/claim/ClaimFlowState.ts'
export {
  ensureRevoked,
  type EnsureRevokedParams,
  type RevokedSeat,
  type RosterRecipient,
} from '../workflows/seat/ensureRevoked.ts'
export { ensureSeat, type EnsuredSeat, type EnsureSeatParams } from '../workflows/seat/ensureSeat.ts'
export { giveSeatBack, type GiveSeatBackParams } from '../workflows/seat/giveSeatBack.ts'
export { planSeats, type PlanRecipient, type PlanSeatsOptions, type SeatPlan } from '../workflows/plan/planSeats.ts'
export { preflightSeats, type PreflightRow } from '../workflows/bulk/preflightSeats.ts'
export { listSeatsWithText, type SeatsListWithText } from '../workflows/seat/listSeatsWithText.ts'
export { reinviteSeat, type ReinviteSeatParams } from '../workflows/seat/reinviteSeat.ts'
export type { ClaimBenefits } from '../workflows/claim/watchClaim.ts'
export type { WorkflowOptions } from '../workflows/run/WorkflowOptions.ts'
