import type { Context } from '../context/Context.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { seats } from '../../storage/seats/seats.ts'
import { showSeat } from '../views/showSeat.ts'

/** Saves a member, and their seats with the member's new email. */
export function saveMember({ database, clock }: Pick<Context, 'database' | 'clock'>, member: MemberRow): void {
  const isMoved = members.byId(database, member.id)?.email !== member.email
  members.update(database, member)
  for (const seat of seats.ofMember(database, member.id)) {
    const moved = isMoved ? { ...seat, email: member.email, modified_at: clock.now() } : seat
    seats.update(database, moved, showSeat(database, moved))
  }
}
