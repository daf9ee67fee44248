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
export { useSeats, type LiveRosterOption, type UseSeatsOptions } from '../useSeats.ts'
export { useSeatsClient } from '../useSeatsClient.ts'
export { useSeatsSummary, type UseSeatsSummaryOptions } from '../useSeatsSummary.ts'
