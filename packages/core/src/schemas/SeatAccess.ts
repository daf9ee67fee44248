import { isObject, isText } from '../internal/runtime/is.ts'

/** Whether the user has a seat that counts, and on what that rests. Times are ISO strings in UTC. */
export interface SeatAccess {
  seated: boolean
  /** Why not. `null` for somebody who is seated. */
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
  /** The time since which a failed payment has cost the user the seat. */
  lapsedSince: string | null
  /** `known` is recent. `stale` is the last answer, because Polar cannot be asked. `policy` rests on nothing. */
  basis: 'known' | 'stale' | 'policy' | (string & {})
  asOf: string
}

export const isSeatAccess = (value: unknown): value is SeatAccess =>
  isObject(value) && typeof value.seated === 'boolean' && isText(value.basis) && isText(value.asOf)
