import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { SeatCountLimits } from '../../seatCount/seatCountLimits.ts'

/** Returns the limits for a person with these permissions. If they may not reduce the count, it is the minimum. */
export const limitsFor = (
  limits: SeatCountLimits,
  { seats }: SeatSubscription,
  { reduceSeats }: SeatPermissions,
): SeatCountLimits => (reduceSeats ? limits : { ...limits, minimum: Math.max(limits.minimum, seats ?? 0) })
