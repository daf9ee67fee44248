import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { PriceScreen } from './priceScreen.ts'

/**
 * Adds a price to the prices that the confirmation has shown. Returns the last price and the new price, or `shown`
 * itself if both have the same texts.
 *
 * @param toScreen returns the texts of a price
 */
export function addPrice(
  shown: readonly SeatCountPreview[],
  price: SeatCountPreview | undefined,
  toScreen: (price: SeatCountPreview) => PriceScreen,
): readonly SeatCountPreview[] {
  const lastPrice = shown.at(-1)
  // React calls this in each rendering, most often with the price that is shown.
  if (price === undefined || price === lastPrice) return shown
  if (lastPrice === undefined) return [price]
  return JSON.stringify(toScreen(lastPrice)) === JSON.stringify(toScreen(price)) ? shown : [lastPrice, price]
}
