import { randomUUID } from 'node:crypto'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'

/** Tells the claim pages of the seat's customer that the seat was claimed and that a benefit was granted. */
export function publishClaim({ events }: Context, source: SourceRow, seat: SeatRow): void {
  if (seat.customer_id === null) return
  events.publish(seat.customer_id, 'customer_seat.claimed', {
    seat_id: seat.id,
    subscription_id: source.kind === 'subscription' ? source.id : null,
    order_id: source.kind === 'order' ? source.id : null,
    product_id: source.product_id,
  })
  events.publish(seat.customer_id, 'benefit.granted', { benefit_id: randomUUID(), benefit_type: 'custom' })
}
