import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'

/** An immediate invoice is charged before Polar answers. */
export const purchaseLimitMs = 60_000

export interface SeatCountOptions extends WorkflowOptions {
  /** Milliseconds for the change. Default 60 000. */
  timeout?: number | undefined
  /**
   * Called right before the change is sent. If it throws, nothing is sent. For a lock of your own. For a purchase with a
   * token, it gets the price of this moment.
   */
  beforeSend?: ((price?: SeatCountPreview) => void | Promise<void>) | undefined
}
