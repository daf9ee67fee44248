import { revokeSeat } from '../domain/seats/revokeSeat.ts'
import type { Work } from '../domain/context/Work.ts'
import type { MemberRow } from '../storage/database/rows.ts'
import { seats } from '../storage/seats/seats.ts'
import { sources } from '../storage/seats/sources.ts'

/** Revokes the seats of a removed member. Without the seat feature they stay, because the real server's job fails. */
export function revokeSeatsOf(work: Work, member: MemberRow): void {
  for (const seat of seats.ofMember(work.database, member.id)) {
    const source = sources.byId(work.database, seat.source_id)
    if (source?.seat_based_pricing_enabled) revokeSeat(work, source, seat)
  }
}
