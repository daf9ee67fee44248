import { randomUUID } from 'node:crypto'
import { outbox } from '../../storage/people/outbox.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'

/** Puts the invitation into the outbox. The token of an invitation is shown nowhere else. */
export function sendInvitation(context: Context, source: SourceRow, seat: SeatRow, to: string): void {
  if (seat.invitation_token === null) return
  const claimUrl = `${context.url()}/${source.organization_slug}/portal/claim?token=${seat.invitation_token}`
  outbox.insert(context.database, {
    id: randomUUID(),
    recipient: to,
    subject: `You've been invited to access ${source.product_name}`,
    claim_url: claimUrl,
    seat_id: seat.id,
    sent_at: context.clock.now(),
  })
}
