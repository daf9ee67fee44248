import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** A change whose answer was lost. The server may have made the change, or may still make it. */
export interface LostCall {
  error: SeatsError
  /** The time of sending, in milliseconds of the server's clock. */
  sentAt: number
  /** The time at which the answer was lost, in milliseconds of the server's clock. */
  lostAt: number
  /** The earliest time at which the call can have been sent: 0 if no answer had told the server's time. */
  earliestSentAt: number
  /** The time at which the server has certainly ended the call, in milliseconds of `performance.now`. */
  endsAt: number
}

/** The longest time that the server works on a call. */
const serverLimitMs = 10_000

/** The time by which our estimate of the server's clock may be wrong. An HTTP date has whole seconds only. */
const clockToleranceMs = 2_000

/** Sends a change, again only after a 429. Resolves with the answer, or with the lost call if there is no answer. */
export async function sendChange<T>(
  run: WorkflowRun,
  send: (options: CallOptions) => Promise<T>,
): Promise<{ answer: T; lost?: undefined } | { lost: LostCall }> {
  let sentAt = 0
  let earliestSentAt = 0
  let endsAt = 0
  try {
    const answer = await sendPatiently(run, () => {
      sentAt = run.now()
      earliestSentAt = run.earliestNow()
      endsAt = performance.now() + serverLimitMs
      // Has no signal, because a change that was sent must run to its end. Otherwise its outcome is unknown.
      return send({ retry: false })
    })
    return { answer }
  } catch (error) {
    if (!isSeatsError(error) || !error.isAmbiguous) throw error
    return { lost: { error, sentAt, lostAt: run.now(), earliestSentAt, endsAt } }
  }
}

/** Returns whether one of these calls has given the seat to its occupant, or null if the seat does not show it. */
export function wasAssignedBy(calls: LostCall[], seat: CustomerSeat): boolean | null {
  const at = assignedAt(seat)
  if (at === null) return null
  if (calls.some(({ sentAt, lostAt }) => latest(sentAt) <= at && at <= latest(lostAt))) return true
  return calls.every(({ earliestSentAt }) => at < earliestSentAt - clockToleranceMs) ? false : null
}

/** Returns the latest time that a clock reading can stand for. A clock of whole milliseconds cuts off the rest. */
const latest = (timeMs: number) => (Number.isInteger(timeMs) ? timeMs + 1 : timeMs)
