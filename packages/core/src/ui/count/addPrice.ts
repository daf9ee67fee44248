import type { SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import type { PriceScreen } from './priceScreen.ts'

/**
 * Adds a price to the prices that the confirmation has shown. Returns the last of these prices, if there is one, and
 * the new price. Returns `shownPrices` itself if there is no new price, or if both prices have the same texts.
 *
 * @param toScreen returns the texts of a price
 */
export function addPrice(
  shownPrices: readonly SeatCountPreview[],
  price: SeatCountPreview | undefined,
  toScreen: (price: SeatCountPreview) => PriceScreen,
): readonly SeatCountPreview[] {
  const lastPrice = shownPrices.at(-1)
  // React calls this function in each rendering, most often with the price that it already shows.
  if (price === undefined || price === lastPrice) return shownPrices
  if (lastPrice === undefined) return [price]
  const hasSameTexts = JSON.stringify(toScreen(lastPrice)) === JSON.stringify(toScreen(price))
  return hasSameTexts ? shownPrices : [lastPrice, price]
}
