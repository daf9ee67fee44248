import type { SeatsClient } from '@seats/core'
import type { SeatsStore } from '../store/SeatsStore.ts'

/** Options of `createSeatGate`. Times are in seconds. */
export interface SeatGateOptions {
  /** A client with your organization's access token, which needs `customer_seats:read` and `subscriptions:read`. */
  client: SeatsClient
  /**
   * The store that your handlers use, because the handlers keep the index in it fresh. Default: the store of the
   * process.
   */
  store?: SeatsStore | undefined
  /** Seconds after which Polar is asked again. Default 60. */
  maxAge?: number | undefined
  /**
   * While Polar cannot be reached, the answer that a person has a seat still counts for this many seconds after
   * `maxAge`. The answer that a person has no seat counts longer. Default 900.
   */
  staleFor?: number | undefined
  /**
   * The answer while Polar cannot be reached, for a person about whom the gate has no data, or only data that is too
   * old. There is no default.
   */
  whenUnknown: 'deny' | 'allow'
  /** The statuses of a subscription whose seats count. Default: `trialing`, `active` and `past_due`. */
  statuses?: readonly string[] | undefined
  /** Seconds for which people keep access after a failed payment cost them their seats. Default 0. */
  graceAfterLapse?: number | undefined
  /** Gets the errors of Polar, of the store and of `onChange`. Default: `console.error`. */
  onError?: ((error: unknown) => void) | undefined
}
