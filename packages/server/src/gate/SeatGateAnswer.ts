import type { CustomerSeat } from '@seats/core'

/**
 * The reason why a person is not let in.
 *
 * - `not_seated`: the person has no seat on the source, or the source does not exist
 * - `pending`, `expired`: the person was invited, and the invitation can still be accepted (`pending`) or has expired
 * - `lapsed`: the person lost a claimed seat because a payment failed, or the subscription is past due and `statuses`
 *   leaves out `past_due`
 * - `paused`: the subscription is paused
 * - `ended`: the subscription has ended, or has another status that is not in `statuses`
 * - `conflict`: a seat has the person's address or external id, but its stronger id is another person's
 * - `unknown`: Polar cannot be reached, and there is no answer that is recent enough
 */
export type NoAccessReason =
  | 'not_seated'
  | 'pending'
  | 'expired'
  | 'lapsed'
  | 'paused'
  | 'ended'
  | 'conflict'
  | 'unknown'

interface Basis {
  /**
   * `known`: not older than `maxAge`. `stale`: the last known answer, because Polar cannot be reached. `policy`:
   * nothing recent is known, so `whenUnknown` decided.
   */
  basis: 'known' | 'stale' | 'policy'
  /** The time at which the answer was true, as ISO text, by the clock of the machine that got it. */
  asOf: string
  /**
   * The time at which the person lost the seat because of a failed payment, as ISO text. If `statuses` leaves out
   * `past_due`, the time at which the subscription became past due.
   */
  lapsedSince?: string
}

/** The gate's answer. */
export type SeatGateAnswer = Basis &
  (
    | {
        seated: true
        /**
         * The person's seat. Null if `whenUnknown: 'allow'` decided. If there is a `lapsedSince`, this is the row that
         * the person lost. Another person may have that row by now.
         */
        seat: CustomerSeat | null
      }
    | { seated: false; reason: NoAccessReason }
  )
