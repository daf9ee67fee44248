import { customers } from '../../storage/people/customers.ts'
import { members } from '../../storage/people/members.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { invalidInvitationToken, seatNotPending } from '../context/errors.ts'
import { sendInvitation } from './sendInvitation.ts'
import { showSeat } from '../views/showSeat.ts'

/**
 * Sends an invitation again, with the same token. The token's expiry stays the same, so an expired link stays expired.
 * Returns the seat as JSON.
 */
export function resendInvitation(context: Context, source: SourceRow, seat: SeatRow): string {
  checkFeature(source)
  if (seat.status !== 'pending') throw seatNotPending()
  const email = occupantEmail(context, seat)
  if (!email) throw invalidInvitationToken()
  sendInvitation(context, source, seat, email)
  return showSeat(context.database, seat)
}

function occupantEmail({ database }: Context, seat: SeatRow): string | null {
  if (seat.email) return seat.email
  const member = seat.member_id === null ? undefined : members.byId(database, seat.member_id)
  const customer = seat.customer_id === null ? undefined : customers.byId(database, seat.customer_id)
  return member?.email ?? customer?.email ?? null
}
