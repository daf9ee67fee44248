import { dayMicroseconds } from '../../clock/dayMicroseconds.ts'
import type { Context } from '../../domain/context/Context.ts'
import { randomToken } from '../../domain/seats/randomToken.ts'
import { resolveOccupant } from '../../domain/people/resolveOccupant.ts'
import { sendInvitation } from '../../domain/seats/sendInvitation.ts'
import { seatJson } from '../../domain/views/seatJson.ts'
import { seats } from '../../storage/seats/seats.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import { decodeJson } from '../../validation/python/json/decodeJson.ts'
import { toJsonb } from '../../validation/python/json/toJsonb.ts'
import type { ParsedSource } from '../schema/seedSchema.ts'

type RosterEntry = ParsedSource['roster'][number] & { id: string }

/** Adds a seat to a roster, without a webhook. Puts the invitation of a pending seat into the outbox. */
export function addRosterSeat(context: Context, source: SourceRow, entry: RosterEntry, index: number): void {
  const now = context.clock.now()
  const recipient = {
    email: entry.email ?? `${entry.ref ?? `seat${index + 1}`}@example.com`,
    external_customer_id: null,
    customer_id: null,
    external_member_id: null,
    member_id: null,
  }
  const { status = 'claimed' } = entry
  const isOccupied = status !== 'revoked' && !entry.nobody
  const isPending = status === 'pending'
  const occupant = isOccupied ? resolveOccupant(context, source, recipient) : undefined
  const seat: SeatRow = {
    id: entry.id,
    source_id: source.id,
    source_kind: source.kind,
    status,
    customer_id: occupant?.customer_id ?? null,
    member_id: occupant?.member?.id ?? null,
    email: occupant?.email ?? null,
    invitation_token: isPending ? randomToken() : null,
    invitation_token_expires_at: now + dayMicroseconds,
    claimed_at: status === 'claimed' ? now : null,
    revoked_at: isOccupied ? null : now,
    metadata: toJsonb(decodeJson(JSON.stringify(entry.metadata))),
    created_at: now,
    modified_at: isPending ? null : now,
  }
  seats.insert(context.database, seat, seatJson(seat, occupant?.member, null))
  if (isPending) sendInvitation(context, source, seat, recipient.email)
}
