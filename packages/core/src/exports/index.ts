export {
  createSeatsClient,
  type OrganizationClientOptions,
  type SeatsClient,
  type SeatsClientOptions,
  type SessionClientOptions,
  type TokenlessClientOptions,
} from '../createSeatsClient.ts'
export { isSeatsError } from '../errors/isSeatsError.ts'
export {
  SeatsError,
  type SeatsErrorCode,
  type SeatsErrorInit,
  type SeatsErrorJSON,
  type SeatsIssue,
  type SeatsOperation,
} from '../errors/SeatsError.ts'
export type { CallOptions } from '../internal/call.ts'
export type { RetryOptions } from '../internal/retryDelay.ts'
export type { Token } from '../internal/tokenSource.ts'
export { openClaimStream } from '../operations/openClaimStream.ts'
export type { SeatCallOptions } from '../internal/callSeat.ts'
export { findSeat } from '../roster/findSeat.ts'
export { hasOccupant } from '../roster/hasOccupant.ts'
export { indexRoster, type RosterIndex } from '../roster/indexRoster.ts'
export { isInvitationExpired, type MomentOptions } from '../roster/isInvitationExpired.ts'
export { lostSeat } from '../roster/lostSeat.ts'
export { patchRoster } from '../roster/patchRoster.ts'
export { seatOccupant, type SeatOccupant } from '../roster/seatOccupant.ts'
export { summarizeRoster, type RosterSummary } from '../roster/summarizeRoster.ts'
export { customerSeatSchema, type CustomerSeat, type SeatStatus } from '../schemas/CustomerSeat.ts'
export {
  customerSeatClaimResponseSchema,
  type CustomerSeatClaimResponse,
} from '../schemas/CustomerSeatClaimResponse.ts'
export type { Member, MemberRole } from '../schemas/Member.ts'
export type { PortalSeatAssign, SeatAssign } from '../schemas/SeatAssign.ts'
export type { SeatAssignment, SeatAssignmentOptions } from '../schemas/SeatAssignment.ts'
export type { SeatClaim } from '../schemas/SeatClaim.ts'
export { seatClaimInfoSchema, type SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'
export type { SeatOccupantRef } from '../schemas/SeatOccupantRef.ts'
export type { SeatRecipient } from '../schemas/SeatRecipient.ts'
export { seatsListSchema, type SeatsList } from '../schemas/SeatsList.ts'
export type { SeatSource } from '../schemas/SeatSource.ts'
export type { AppliedSeat, AppliedSeatPlan } from '../workflows/appliedSeatPlan.ts'
export {
  applySeatPlan,
  type ApplySeatPlanOptions,
  type ApplySeatPlanParams,
  type SeatPlanProgress,
} from '../workflows/applySeatPlan.ts'
export { assignSeats, type AssignSeatsOptions, type AssignSeatsParams } from '../workflows/assignSeats.ts'
export type { AssignSeatsProgress } from '../workflows/assignSeatsProgress.ts'
export type { AssignSeatsOutcome, AssignSeatsReport, AssignSeatsResult } from '../workflows/assignSeatsReport.ts'
export {
  createClaimFlow,
  type ClaimFlow,
  type ClaimFlowParams,
  type ClaimFlowState,
} from '../workflows/createClaimFlow.ts'
export {
  ensureRevoked,
  type EnsureRevokedParams,
  type RevokedSeat,
  type RosterRecipient,
} from '../workflows/ensureRevoked.ts'
export { ensureSeat, type EnsuredSeat, type EnsureSeatParams } from '../workflows/ensureSeat.ts'
export { giveSeatBack, type GiveSeatBackParams } from '../workflows/giveSeatBack.ts'
export { planSeats, type PlannedSeat, type PlanSeatsOptions, type SeatPlan } from '../workflows/planSeats.ts'
export { preflightSeats, type PreflightRow } from '../workflows/preflightSeats.ts'
export { reinviteSeat, type ReinviteSeatParams } from '../workflows/reinviteSeat.ts'
export type { Benefits } from '../workflows/watchClaim.ts'
export type { WorkflowOptions } from '../workflows/WorkflowOptions.ts'
