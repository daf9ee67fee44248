import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import type { WorkflowRun } from '../run/WorkflowRun.ts'

/** A change whose answer was lost: it may have been made, or may still be made. */
export interface LostCall {
  error: SeatsError
  /** When it was sent and when its answer was lost: milliseconds, by the server's clock. */
  sentAt: number
  lostAt: number
  /** The earliest time that it can have been sent: 0 if no answer had told the server's time. */
  earliestSentAt: number
  /** When the server has ended it, whether or not it was made: milliseconds, by `performance.now`. */
  endsAt: number
}

/** Milliseconds after which the server gives a call up. */
const serverLimitMs = 10_000

/** Milliseconds by which the clocks here and at the server may differ: an HTTP date has whole seconds. */
const clockToleranceMs = 2_000

/** Sends a change once, and again only after a 429. An answer that is lost is returned, not thrown. */
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
      // Without the signal: a change that is under way is let end, so that its outcome is known.
      return send({ retry: false })
    })
    return { answer }
  } catch (error) {
    if (!isSeatsError(error) || !error.isAmbiguous) throw error
    return { lost: { error, sentAt, lostAt: run.now(), earliestSentAt, endsAt } }
  }
}

/** Returns whether one of these calls has given the seat to its occupant. Null: it cannot be told. */
export function wasAssignedBy(calls: LostCall[], seat: CustomerSeat): boolean | null {
  const at = assignedAt(seat)
  if (at === null) return null
  if (calls.some(({ sentAt, lostAt }) => latest(sentAt) <= at && at <= latest(lostAt))) return true
  return calls.every(({ earliestSentAt }) => at < earliestSentAt - clockToleranceMs) ? false : null
}

/** A clock in whole milliseconds may be behind by almost one. */
const latest = (time: number) => (Number.isInteger(time) ? time + 1 : time)
