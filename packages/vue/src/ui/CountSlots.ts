import type { PriceSlot } from '@seats/core/ui'

/**
 * The part that an app can add to the dialog for the seat count. In React, the slot `priceDetails` is the prop
 * `renderPriceDetails`.
 */
export interface CountSlots {
  /** Your own content below the price. */
  priceDetails?: (price: PriceSlot) => unknown
}
