import type { PriceSlot } from '@seats/core/ui'

/**
 * The part that an app can add to the dialog for the seat count. React has it as a prop: `priceDetails` is
 * `renderPriceDetails`.
 */
export interface CountSlots {
  /** Your own content below the price. */
  priceDetails?: (price: PriceSlot) => unknown
}
