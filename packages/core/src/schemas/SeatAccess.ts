import { isObject, isText } from '../internal/runtime/is.ts'

/** Whether the user has a seat that counts, and how well this is known. Times are ISO strings in UTC. */
export interface SeatAccess {
  seated: boolean
  /** The reason why the user is not seated. `null` for a user who is. */
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
  /** The time at which the user lost the seat because a payment failed. */
  lapsedSince: string | null
  /**
   * `known`: the answer is recent. `stale`: it is the last one, because Polar cannot be asked. `policy`: nothing is
   * known, and the server's `whenUnknown` decided.
   */
  basis: 'known' | 'stale' | 'policy' | (string & {})
  asOf: string
}

export const isSeatAccess = (value: unknown): value is SeatAccess =>
  isObject(value) && typeof value.seated === 'boolean' && isText(value.basis) && isText(value.asOf)
