import { SeatsError } from '../errors/SeatsError.ts'
import type { SeatCountPreview, SeenSeatCount } from '../schemas/SeatCountPreview.ts'

/**
 * Compares the preview that was confirmed with one of this moment.
 *
 * @throws SeatsError `SeatCountChanged` or `SeatPriceChanged` if it is no longer what was confirmed
 */
export function refuseIfChanged(seen: SeatCountPreview, now: SeatCountPreview): void {
  if (describe(seen.from) !== describe(now.from)) {
    throw refusal('SeatCountChanged', `The subscription has changed: it has ${now.from.seats} seats now.`)
  }
  if (seen.behavior !== now.behavior || seen.currency !== now.currency || amounts.some(isMore)) {
    throw refusal('SeatPriceChanged', 'The price has changed since it was shown.')
  }

  function isMore(name: (typeof amounts)[number]): boolean {
    // Credits get smaller as the period goes by. They must not become charges.
    return now[name] > Math.max(0, seen[name])
  }
}

const amounts = ['dueNow', 'onNextInvoice', 'perPeriod'] as const

const describe = ({ seats, pending_update: pending, current_period_end }: SeenSeatCount) =>
  JSON.stringify([seats, current_period_end, pending && [pending.seats, pending.product_id, pending.applies_at]])

const refusal = (code: string, reason: string) =>
  new SeatsError({
    code,
    operation: 'updateSeatCount',
    detail: `${reason} Nothing was bought. Look at the new price, then confirm again.`,
  })
