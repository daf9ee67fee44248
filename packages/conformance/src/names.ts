/** What React and Vue both export; beside it each has only how its framework is given things. */
export const commonNames = [
  'useAssignSeat',
  'useAssignSeats',
  'useClaimFlow',
  'useClaimInfo',
  'useClaimSeat',
  'useReinviteSeat',
  'useResendInvitation',
  'useRevokeSeat',
  'useSeats',
  'useSeatsClient',
  'useSeatsSummary',
] as const
