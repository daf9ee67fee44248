import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { PriceScreen } from './priceScreen.ts'

/**
 * Adds a price to those that the confirmation has shown. Returns the new price after the one before it, or `shown`
 * itself if a person would see no difference.
 *
 * @param toScreen returns the texts of a price
 */
export function addPrice(
  shown: readonly SeatCountPreview[],
  price: SeatCountPreview | undefined,
  toScreen: (price: SeatCountPreview) => PriceScreen,
): readonly SeatCountPreview[] {
  if (price === undefined) return shown
  const last = shown.at(-1)
  if (last === undefined) return [price]
  return JSON.stringify(toScreen(last)) === JSON.stringify(toScreen(price)) ? shown : [last, price]
}
