import type { Messages } from '../../messages/Messages.ts'
import type { PriceLine, PriceScreen } from './priceScreen.ts'

/**
 * Returns the announcement of a price that differs from the one before it. A new text of the button is repeated, because
 * a screen reader does not announce a button that changes. If the button is the same, the changed lines are repeated.
 *
 * @param screens the price on the screen, after the one before it if there was one: the texts of `addPrice`'s result
 * @param hasProblem true if an error on the page already says that something has changed
 */
export function priceNews(screens: readonly PriceScreen[], hasProblem: boolean, { seatCount }: Messages): string {
  const [before, screen] = screens
  if (before === undefined || screen === undefined) return ''
  const news = before.confirmLabel === screen.confirmLabel ? newLines(before, screen).join('; ') : screen.confirmLabel
  return hasProblem ? news : `${seatCount.priceChanged} ${news}`
}

function newLines(before: PriceScreen, { lines }: PriceScreen): string[] {
  const old = new Set(before.lines.map(sayLine))
  const texts = lines.map(sayLine)
  const added = texts.filter((text) => !old.has(text))
  return added.length > 0 ? added : texts
}

const sayLine = ({ label, value, note }: PriceLine) => `${label}: ${[value, note].filter(Boolean).join(', ')}`
