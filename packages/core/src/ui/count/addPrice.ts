import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { PriceScreen } from './priceScreen.ts'

/**
 * Adds a price to the prices that the confirmation has shown. Returns the last of these prices, if there is one, and
 * the new price. Returns `shown` itself if there is no new price, or if both prices have the same texts.
 *
 * @param toScreen returns the texts of a price
 */
export function addPrice(
  shown: readonly SeatCountPreview[],
  price: SeatCountPreview | undefined,
  toScreen: (price: SeatCountPreview) => PriceScreen,
): readonly SeatCountPreview[] {
  const lastPrice = shown.at(-1)
  // React calls this function in each rendering, most often with the price that it already shows.
  if (price === undefined || price === lastPrice) return shown
  if (lastPrice === undefined) return [price]
  return JSON.stringify(toScreen(lastPrice)) === JSON.stringify(toScreen(price)) ? shown : [lastPrice, price]
}
