import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'

/**
 * The default time limit of a purchase in milliseconds. It is long, because Polar answers only after it has charged an
 * immediate invoice.
 */
export const purchaseLimitMs = 60_000

interface SeatChangeOptions extends WorkflowOptions {
  /** Milliseconds for the change. Default 60 000. */
  timeout?: number | undefined
}

export interface SeatCountOptions extends SeatChangeOptions {
  /**
   * Called right before the change is sent, also before it is sent again after a 429. If this function throws an error,
   * nothing is sent. Use this function for your own lock. With a token, the function gets the current price.
   */
  beforeSend?: ((price?: SeatCountPreview) => void | Promise<void>) | undefined
}

export interface CancelSeatCountOptions extends SeatChangeOptions {
  /**
   * Called right before the change is sent, with the current subscription. If this function throws an error, nothing is
   * sent.
   */
  beforeSend?: ((subscription: SeatSubscription) => void | Promise<void>) | undefined
}
