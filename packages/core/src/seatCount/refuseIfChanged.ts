import { SeatsError } from '../errors/SeatsError.ts'
import type { SeatCountPreview } from '../schemas/SeatCountPreview.ts'
import { isAsSeen } from './isAsSeen.ts'

/**
 * Compares the confirmed preview with the current one.
 *
 * @throws SeatsError `SeatCountChanged` or `SeatPriceChanged` if it is no longer what was confirmed
 */
export function refuseIfChanged(seen: SeatCountPreview, now: SeatCountPreview): void {
  if (!isAsSeen(seen.from, now.from)) {
    throw refusal('SeatCountChanged', `The subscription has changed: it has ${now.from.seats} seats now.`)
  }
  if (seen.behavior !== now.behavior) {
    const [is, was] = [now.behavior, seen.behavior]
    throw refusal('SeatPriceChanged', `The change would be charged by ${is}, not by ${was} as it was shown.`)
  }
  const isMore = amounts.some((amount) => !(amount(now) <= Math.max(0, amount(seen))))
  if (seen.currency !== now.currency || isMore) {
    throw refusal('SeatPriceChanged', 'The price has changed since it was shown.')
  }
}

/** None of these amounts may have risen. A credit may be smaller than before, but must not have become a charge. */
const amounts: ((preview: SeatCountPreview) => number)[] = [
  ({ dueNow }) => dueNow,
  ({ onNextInvoice }) => onNextInvoice,
  ({ perPeriod }) => perPeriod,
  // A larger balance can hide a higher price.
  ({ dueNow, fromBalance }) => dueNow + fromBalance,
]

const refusal = (code: string, reason: string) =>
  new SeatsError({
    code,
    operation: 'updateSeatCount',
    detail: `${reason} Nothing was bought. Look at the new price, then confirm again.`,
  })
