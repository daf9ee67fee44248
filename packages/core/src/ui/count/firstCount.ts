import type { SeatCountLimits } from '../../seatCount/seatCountLimits.ts'

/** Returns the count that the form shows at first: the current count, or the nearest count that can be bought. */
export const firstCount = (seats: number, { minimum, maximum }: SeatCountLimits): number =>
  Math.min(maximum, Math.max(minimum, seats))
