import type { PriceSlot } from '@seats/core/ui'
import type { ReactNode } from 'react'

/** Your own content of `SeatCount`. */
export interface CountSlots {
  /** Your own content below the price. In Vue, it is the slot `priceDetails`. */
  renderPriceDetails?: ((price: PriceSlot) => ReactNode) | undefined
}
