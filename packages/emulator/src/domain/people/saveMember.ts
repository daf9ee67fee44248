import type { Database } from '../../storage/database/Database.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { seats } from '../../storage/seats/seats.ts'
import { showSeat } from '../views/showSeat.ts'

/** Saves a member, and their seats with the member's new email. */
export function saveMember(database: Database, member: MemberRow): void {
  members.update(database, member)
  for (const seat of seats.ofMember(database, member.id)) {
    const moved = { ...seat, email: member.email }
    seats.update(database, moved, showSeat(database, moved))
  }
}
