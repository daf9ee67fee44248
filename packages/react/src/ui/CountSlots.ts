import type { PriceSlot } from '@seats/core/ui'
import type { ReactNode } from 'react'

/**
 * The part that an app can add to the dialog for the seat count. Vue has it as a slot: `renderPriceDetails` is
 * `priceDetails`.
 */
export interface CountSlots {
  /** Your own content below the price. */
  renderPriceDetails?: ((price: PriceSlot) => ReactNode) | undefined
}
