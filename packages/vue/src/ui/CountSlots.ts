import type { PriceSlot } from '@seats/core/ui'

/** The part of the seat count that an app can add. In React, the slot `priceDetails` is the prop `renderPriceDetails`. */
export interface CountSlots {
  /** Your own content below the price. */
  priceDetails?: (price: PriceSlot) => unknown
}
