import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'

/** The values that the slot or render prop for details of the price gets. */
export interface PriceSlot {
  /** The chosen count. Undefined if the field has no count that can be bought. */
  seats: number | undefined
  /**
   * The price that the user can confirm. Undefined while the user chooses the count, and while the price is loading.
   */
  preview: SeatCountPreview | undefined
}
