import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { clockToleranceMs } from '../run/clockToleranceMs.ts'
import type { LostCall } from './sendChange.ts'

/** Returns whether one of these calls has given the seat to its occupant, or null if that is unknown. */
export function wasAssignedBy(calls: LostCall[], seat: CustomerSeat): boolean | null {
  const assignedAtMs = assignedAt(seat)
  if (assignedAtMs === null) return null
  if (
    calls.some(
      ({ sentAtMs, lostAtMs }) => latestTimeOf(sentAtMs) <= assignedAtMs && assignedAtMs <= latestTimeOf(lostAtMs),
    )
  )
    return true
  return calls.every(({ earliestSentAtMs }) => assignedAtMs < earliestSentAtMs - clockToleranceMs) ? false : null
}

/** Returns the latest time that a clock reading can mean. A clock of whole milliseconds cuts off the fraction. */
const latestTimeOf = (timeMs: number) => (Number.isInteger(timeMs) ? timeMs + 1 : timeMs)
