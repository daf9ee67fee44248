/**
 * React hooks for the seats API, built on TanStack Query.
 *
 * @module @seats/react
 */

'use client'

export { SeatsProvider, type SeatsProviderProps } from '../SeatsProvider.ts'
export { useAssignSeat, type UseAssignSeatOptions } from '../useAssignSeat.ts'
export { useAssignSeats, type UseAssignSeatsResult } from '../useAssignSeats.ts'
export { useClaimFlow, type UseClaimFlowResult } from '../useClaimFlow.ts'
export { useClaimInfo, type UseClaimInfoOptions } from '../useClaimInfo.ts'
export { useClaimSeat, type UseClaimSeatOptions } from '../useClaimSeat.ts'
export { useReinviteSeat, type UseReinviteSeatOptions } from '../useReinviteSeat.ts'
export { useResendInvitation, type UseResendInvitationOptions } from '../useResendInvitation.ts'
export { useRevokeSeat, type UseRevokeSeatOptions } from '../useRevokeSeat.ts'
export { useSeats, type LiveRosterOption, type UseSeatsOptions } from '../useSeats.ts'
export { useSeatsClient } from '../useSeatsClient.ts'
export { useSeatsSummary, type UseSeatsSummaryOptions } from '../useSeatsSummary.ts'
export { useSuspenseSeats, type UseSuspenseSeatsOptions } from '../useSuspenseSeats.ts'
