import type { Messages } from '../../messages/Messages.ts'

/**
 * Returns the announcement of a price that is not the first one that the confirmation has shown. It repeats the text of
 * the button, because a screen reader does not announce a button that changes.
 *
 * @param hasProblem true if an error on the page already says that something has changed
 */
export function priceNews(
  confirmLabel: string | undefined,
  firstConfirmLabel: string | undefined,
  hasProblem: boolean,
  { seatCount }: Messages,
): string {
  if (confirmLabel === undefined || firstConfirmLabel === undefined || confirmLabel === firstConfirmLabel) return ''
  return hasProblem ? confirmLabel : `${seatCount.priceChanged} ${confirmLabel}`
}
