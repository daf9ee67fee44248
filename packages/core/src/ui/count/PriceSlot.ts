import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'

/** The values that the slot or render prop for details of the price gets. */
export interface PriceSlot {
  /** The count that is chosen. Undefined if the field has no count that can be bought. */
  seats: number | undefined
  /** The price that the user can confirm. Undefined as long as the count is being chosen, and while the price is read. */
  preview: SeatCountPreview | undefined
}
