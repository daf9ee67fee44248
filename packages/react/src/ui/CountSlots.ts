import type { PriceSlot } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** The part of the seat count that an app can add. Vue has it as a slot: `renderPriceDetails` is `priceDetails`. */
export interface CountSlots {
  /** Your own content below the price. */
  renderPriceDetails?: ((price: PriceSlot) => ReactNode) | undefined
}
