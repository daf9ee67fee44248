import { seats } from '../../storage/seats/seats.ts'
import { sources } from '../../storage/seats/sources.ts'
import type { SeatRow, SourceRow } from '../../storage/database/rows.ts'
import type { Context } from '../context/Context.ts'

/**
 * Returns the pending seat of an invitation token, and the seat's source, unless the invitation has expired.
 * `seatBeforeRevoke` is the seat as it was before a revoke that overlaps this claim.
 */
export function findValidInvitation(
  { database, clock }: Context,
  token: string,
  seatBeforeRevoke?: SeatRow,
): { seat: SeatRow; source: SourceRow } | undefined {
  const seat = seats.byInvitationToken(database, token) ?? seatBeforeRevoke
  if (seat?.status !== 'pending') return undefined
  if (seat.invitation_token_expires_at !== null && seat.invitation_token_expires_at < clock.now()) return undefined
  const source = sources.byId(database, seat.source_id)
  return source && { seat, source }
}
