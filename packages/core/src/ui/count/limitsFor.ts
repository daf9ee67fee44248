import type { SeatPermissions } from '../../schemas/SeatPermissions.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { SeatCountLimits } from '../../seatCount/seatCountLimits.ts'

/** Returns the limits for a user. If the user may not reduce the count, the minimum is at least the current count. */
export const limitsFor = (
  limits: SeatCountLimits,
  { seats }: SeatSubscription,
  { reduceSeats }: SeatPermissions,
): SeatCountLimits => (reduceSeats ? limits : { ...limits, minimum: Math.max(limits.minimum, seats ?? 0) })
