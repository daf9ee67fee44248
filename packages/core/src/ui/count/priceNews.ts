import type { Messages } from '../../messages/Messages.ts'
import type { PriceLine, PriceScreen } from './priceScreen.ts'

/**
 * Returns the announcement of a price that differs from the last price. The announcement repeats the text of the button
 * if that text has changed, because a screen reader does not announce a button that changes. Otherwise it repeats the
 * changed lines. Returns an empty text if there is no last price.
 *
 * @param screens the texts of `addPrice`'s result: the last price if there was one, then the price on the screen
 * @param hasProblem true if an error on the page already says that something has changed
 */
export function priceNews(screens: readonly PriceScreen[], hasProblem: boolean, { seatCount }: Messages): string {
  const [before, screen] = screens
  if (before === undefined || screen === undefined) return ''
  const news = before.confirmLabel === screen.confirmLabel ? newLines(before, screen).join('; ') : screen.confirmLabel
  return hasProblem ? news : `${seatCount.priceChanged} ${news}`
}

function newLines(before: PriceScreen, { lines }: PriceScreen): string[] {
  const oldTexts = new Set(before.lines.map(lineText))
  const texts = lines.map(lineText)
  const addedTexts = texts.filter((text) => !oldTexts.has(text))
  return addedTexts.length > 0 ? addedTexts : texts
}

const lineText = ({ label, value, note }: PriceLine) => `${label}: ${[value, note].filter(Boolean).join(', ')}`
