import { randomUUID } from 'node:crypto'
import { formatDay } from '../../billing/formatDay.ts'
import type { PendingEntry } from '../../storage/billing/billingEntries.ts'
import type { OrderItem } from '../../storage/billing/billingOrders.ts'

/** Returns the lines of an order for unbilled entries. `seats` is the subscription's current number of seats. */
export const entryItems = (entries: readonly PendingEntry[], seats: number): OrderItem[] =>
  entries.map((entry) => ({
    id: randomUUID(),
    label: label(entry, seats),
    amount: entry.amount,
    proration: entry.type !== 'cycle',
    product_price_id: entry.price_id,
  }))

function label(entry: PendingEntry, seats: number): string {
  const prefix = entry.amount < 0 || entry.type === 'product_credit' ? 'Remaining time on ' : ''
  return `${prefix}${entry.product_name}${seatsText(entry, seats)} — From ${formatDay(entry.starts_at)} to ${formatDay(entry.ends_at)}`
}

function seatsText({ type, amount_type, old_seats, new_seats }: PendingEntry, seats: number): string {
  if (type === 'seats') return ` (${old_seats} → ${new_seats} seats)`
  return amount_type === 'seat_based' ? ` (${seats} seat${seats === 1 ? '' : 's'})` : ''
}
