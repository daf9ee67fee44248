import type { PriceSlot } from '@seats/core/ui'

/** The part of the seat count that an app can add. React has it as a prop: `priceDetails` is `renderPriceDetails`. */
export interface CountSlots {
  /** Your own content below the price. */
  priceDetails?: (price: PriceSlot) => unknown
}
