import { SeatsError } from '../errors/SeatsError.ts'
import type { SeatCountPreview } from '../schemas/SeatCountPreview.ts'
import { isAsSeen } from './isAsSeen.ts'

/**
 * Compares the confirmed preview with the current preview.
 *
 * @throws SeatsError `SeatCountChanged` if the subscription has changed; `SeatPriceChanged` if an amount has risen, or
 * is charged in another way or currency
 */
export function refuseIfChanged(seen: SeatCountPreview, current: SeatCountPreview): void {
  if (!isAsSeen(seen.from, current.from)) {
    throw changedError('SeatCountChanged', `The subscription has changed: it has ${current.from.seats} seats now.`)
  }
  if (seen.behavior !== current.behavior) {
    const [currentBehavior, seenBehavior] = [current.behavior, seen.behavior]
    throw changedError(
      'SeatPriceChanged',
      `The change would be charged by ${currentBehavior}, not by ${seenBehavior} as it was shown.`,
    )
  }
  const isDearer = comparedAmounts.some((amount) => !(amount(current) <= Math.max(0, amount(seen))))
  if (seen.currency !== current.currency || isDearer) {
    throw changedError('SeatPriceChanged', 'The price has changed since it was shown.')
  }
}

/**
 * The amounts that must not have risen since the user saw them. A credit may have become smaller, but must not have
 * become a charge.
 */
const comparedAmounts: ((preview: SeatCountPreview) => number)[] = [
  ({ dueNow }) => dueNow,
  ({ onNextInvoice }) => onNextInvoice,
  ({ perPeriod }) => perPeriod,
  // If more is paid from the balance, `dueNow` may stay the same although the price has risen. The sum shows it.
  ({ dueNow, fromBalance }) => dueNow + fromBalance,
]

const changedError = (code: string, reason: string) =>
  new SeatsError({
    code,
    operation: 'updateSeatCount',
    detail: `${reason} Nothing was bought. Look at the new price, then confirm again.`,
  })
