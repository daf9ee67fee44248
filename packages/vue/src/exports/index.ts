/**
 * Vue composables for the seats API, built on TanStack Query.
 *
 * @module @seats/vue
 */

export { seatsPlugin, type SeatsPluginOptions } from '../seatsPlugin.ts'
export { useAssignSeat, type UseAssignSeatOptions } from '../useAssignSeat.ts'
export { useAssignSeats, type UseAssignSeatsReturn } from '../useAssignSeats.ts'
export { useClaimFlow, type UseClaimFlowReturn } from '../useClaimFlow.ts'
export { useClaimInfo, type UseClaimInfoOptions } from '../useClaimInfo.ts'
export { useClaimSeat, type UseClaimSeatOptions } from '../useClaimSeat.ts'
export { useReinviteSeat, type UseReinviteSeatOptions } from '../useReinviteSeat.ts'
export { useResendInvitation, type UseResendInvitationOptions } from '../useResendInvitation.ts'
export { useRevokeSeat, type UseRevokeSeatOptions } from '../useRevokeSeat.ts'
export { useSeats, type UseSeatsOptions } from '../useSeats.ts'
export { useSeatsClient } from '../useSeatsClient.ts'
export { useSeatsSummary, type UseSeatsSummaryOptions } from '../useSeatsSummary.ts'
export type { LiveRosterOption } from '../LiveRosterOption.ts'

export { assignSeatMutationOptions } from '../assignSeatMutationOptions.ts'
export { assignSeatsQueryOptions } from '../assignSeatsQueryOptions.ts'
export { claimInfoQueryOptions } from '../claimInfoQueryOptions.ts'
export { claimSeatMutationOptions } from '../claimSeatMutationOptions.ts'
export { reinviteSeatMutationOptions } from '../reinviteSeatMutationOptions.ts'
export { resendInvitationMutationOptions } from '../resendInvitationMutationOptions.ts'
export { revokeSeatMutationOptions } from '../revokeSeatMutationOptions.ts'
export { seatsQueryOptions } from '../seatsQueryOptions.ts'

// The parts of @seats/core that a page needs, so that a page has one import.
export {
  createSeatsClient,
  findSeat,
  hasOccupant,
  indexRoster,
  isInvitationExpired,
  isNobodysSeat,
  isSeatsError,
  patchRoster,
  preflightSeats,
  seatOccupant,
  SeatsError,
  summarizeRoster,
} from '@seats/core'
export { assignSeatsJob, followRoster, isOptimisticSeat, selectSummary, sharedClaimFlow } from '@seats/core/query'
export type * from '@seats/core'
export type {
  AssignSeatsJob,
  AssignSeatsJobOptions,
  AssignSeatsState,
  SeatsCache,
  SeatsKey,
  SharedClaimFlowOptions,
} from '@seats/core/query'
