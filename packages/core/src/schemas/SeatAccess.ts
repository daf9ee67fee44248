import { isObject, isText } from '../internal/runtime/is.ts'

/** Says whether the user has a seat that gives access, and how certain this is. Times are ISO strings in UTC. */
export interface SeatAccess {
  seated: boolean
  /** The reason why the user is not seated. `null` if the user is seated. */
  reason:
    | 'not_seated'
    | 'pending'
    | 'expired'
    | 'lapsed'
    | 'paused'
    | 'ended'
    | 'conflict'
    | 'unknown'
    | (string & {})
    | null
  /**
   * The time at which the user lost the seat because a payment failed. If the app does not count past due
   * subscriptions, the time at which the subscription became past due. Otherwise `null`.
   */
  lapsedSince: string | null
  /**
   * `known`: the answer is recent. `stale`: Polar cannot be reached, so this is the last answer. `policy`: nothing is
   * known, so the server's `whenUnknown` decided.
   */
  basis: 'known' | 'stale' | 'policy' | (string & {})
  /** The time at which the answer was true. */
  asOf: string
}

export const isSeatAccess = (value: unknown): value is SeatAccess =>
  isObject(value) && typeof value.seated === 'boolean' && isText(value.basis) && isText(value.asOf)
