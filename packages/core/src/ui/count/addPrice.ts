import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { PriceScreen } from './priceScreen.ts'

/**
 * Adds a price to those that the confirmation has shown. Returns the last price and the new one, or `shown` itself if
 * both have the same texts.
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
