import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { seats } from '../../storage/seats/seats.ts'
import type { SeatRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { createSession } from '../sessions/createSession.ts'
import { invalidInvitationToken } from '../context/errors.ts'
import { getOrCreateMember } from '../people/getOrCreateMember.ts'
import { saveSeatWithoutOccupant } from './saveSeatWithoutOccupant.ts'
import { findValidInvitation } from './findValidInvitation.ts'
import { publishClaim } from './publishClaim.ts'
import { showSeat } from '../views/showSeat.ts'

/**
 * Claims the seat of an invitation, and opens a session for the seat's occupant. An invitation can be claimed once.
 * Call this in a transaction. Returns the seat and the token of the session as JSON.
 */
export function claimSeat(context: Context, token: string): string {
  const { database, clock, races } = context
  const seatBeforeRevoke = races.findSeatBeforeRevoke(token)
  const invitation = findValidInvitation(context, token, seatBeforeRevoke)
  if (!invitation) throw invalidInvitationToken()
  const { seat, source } = invitation
  if (stateMarks.has(database, source.id, 'without_product')) throw invalidInvitationToken()
  checkFeature(source)
  const customer = seat.customer_id === null ? undefined : customers.byId(database, seat.customer_id)
  if (!customer) throw invalidInvitationToken()
  if (source.member_model_enabled && stateMarks.has(database, customer.id, 'deleted')) throw invalidInvitationToken()

  const email = source.member_model_enabled ? seat.email : customer.email
  const memberId = seat.member_id ?? (email ? getOrCreateMember(context, source.customer_id, email).id : null)
  if (source.member_model_enabled && memberId === null) throw invalidInvitationToken()
  const now = clock.now()
  const claimed: SeatRow = {
    ...seat,
    member_id: memberId,
    email: seat.email ?? email,
    status: 'claimed',
    claimed_at: now,
    modified_at: now,
    invitation_token: null,
  }
  const seatAsJson = showSeat(database, claimed)
  if (seatBeforeRevoke) saveSeatWithoutOccupant(context, claimed)
  else seats.update(database, claimed, seatAsJson)
  races.recordCall(seat.id, 'claim')
  const session = createSession(context, {
    customerId: memberId === null ? customer.id : source.customer_id,
    memberId,
    returnUrl: null,
  })
  publishClaim(context, source, claimed)
  if (!stateMarks.has(database, source.organization_id, 'blocked')) {
    context.webhooks.enqueue(source.organization_id, 'customer_seat.claimed', seatAsJson)
  }
  return `{"seat":${seatAsJson},"customer_session_token":"${session.token}"}`
}
