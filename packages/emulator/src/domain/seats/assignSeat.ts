import { randomUUID } from 'node:crypto'
import { dayMicroseconds } from '../../clock/dayMicroseconds.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { seats } from '../../storage/seats/seats.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import { checkFeature } from './checkFeature.ts'
import type { Context } from '../context/Context.ts'
import { seatNotAvailable } from '../context/errors.ts'
import { publishClaim } from './publishClaim.ts'
import { randomToken } from './randomToken.ts'
import { resolveOccupant } from '../people/resolveOccupant.ts'
import type { SeatAssign } from '../../validation/bodies/SeatAssign.ts'
import { sendInvitation } from './sendInvitation.ts'
import { seatJson } from '../views/seatJson.ts'

const invitationLifetimeMicroseconds = dayMicroseconds

/**
 * Gives a free seat of a source to a recipient. Call this in a transaction, so that nothing takes the seat in between.
 * Reuses a revoked row if there is one, so a seat's id can outlive its occupant. Returns the seat as JSON.
 */
export function assignSeat(context: Context, source: SourceRow, assign: SeatAssign): string {
  const { database, clock } = context
  if (stateMarks.has(database, source.id, 'without_product')) {
    throw seatNotAvailable('Container has no associated product')
  }
  checkFeature(source)
  if (source.kind === 'order' && source.status === 'pending') {
    throw seatNotAvailable('Order must be paid before assigning seats')
  }
  if (source.assigned >= source.seats) throw seatNotAvailable(`No available seats for ${source.id}`)

  const { member, ...occupant } = resolveOccupant(context, source, assign)
  const revokedRow = seats.firstRevokedOf(database, source.id)
  const now = clock.now()
  const seat: SeatRow = {
    id: revokedRow?.id ?? randomUUID(),
    source_id: source.id,
    source_kind: source.kind,
    ...occupant,
    member_id: member?.id ?? null,
    metadata: assign.metadata ?? '{}',
    revoked_at: null,
    created_at: revokedRow?.created_at ?? now,
    modified_at: revokedRow ? now : null,
    ...(assign.immediate_claim ? claimedFields(now) : invitedFields(now)),
  }
  const seatAsJson = seatJson(seat, member, null)
  context.races.end(seat.id)
  if (revokedRow) seats.update(database, seat, seatAsJson)
  else seats.insert(database, seat, seatAsJson)

  if (assign.immediate_claim) publishClaim(context, source, seat)
  else if (seat.email !== null) sendInvitation(context, source, seat, seat.email)
  context.webhooks.enqueue(
    source.organization_id,
    assign.immediate_claim ? 'customer_seat.claimed' : 'customer_seat.assigned',
    seatAsJson,
  )
  return seatAsJson
}

const claimedFields = (now: number) => ({
  status: 'claimed' as const,
  invitation_token: null,
  invitation_token_expires_at: null,
  claimed_at: now,
})

const invitedFields = (now: number) => ({
  status: 'pending' as const,
  invitation_token: randomToken(),
  invitation_token_expires_at: now + invitationLifetimeMicroseconds,
  claimed_at: null,
})
