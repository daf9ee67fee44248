import type { Database } from '../storage/Database.ts'
import { members } from '../storage/members.ts'
import type { MemberRow } from '../storage/rows.ts'
import { seats } from '../storage/seats.ts'
import { showSeat } from './showSeat.ts'

/** Writes a member back. Their seats show them, and are at the address that the member has. */
export function saveMember(database: Database, member: MemberRow): void {
  members.update(database, member)
  for (const seat of seats.ofMember(database, member.id)) {
    const moved = { ...seat, email: member.email }
    seats.update(database, moved, showSeat(database, moved))
  }
}
