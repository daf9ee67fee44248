import type { SeatCountLimits } from '../../seatCount/seatCountLimits.ts'
import type { Messages } from '../../messages/Messages.ts'

/** A seat count that was typed: a number that can be bought, or a text that says why it cannot be bought. */
export type TypedCount = { count: number; problem?: undefined } | { count?: undefined; problem: string }

/** Parses a seat count that was typed. */
export function readCount(
  typed: string,
  { minimum, maximum, assigned }: SeatCountLimits,
  { seatCount }: Messages,
): TypedCount {
  const count = /^\d+$/.test(typed.trim()) ? Number(typed) : Number.NaN
  if (count >= minimum && count <= maximum) return { count }
  return {
    problem:
      count < minimum && minimum === assigned
        ? seatCount.assigned({ assigned })
        : seatCount.limits({ minimum, maximum }),
  }
}
