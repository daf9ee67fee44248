import type { Context } from '../context/Context.ts'
import { members } from '../../storage/people/members.ts'
import type { MemberRow } from '../../storage/database/rows.ts'
import { seats } from '../../storage/seats/seats.ts'
import { showSeat } from '../views/showSeat.ts'

/** Saves a member, and the JSON of their seats, which shows the member. A new email also becomes the seats' email. */
export function saveMember({ database, clock }: Pick<Context, 'database' | 'clock'>, member: MemberRow): void {
  const hasNewEmail = members.byId(database, member.id)?.email !== member.email
  members.update(database, member)
  for (const seat of seats.ofMember(database, member.id)) {
    const savedSeat = hasNewEmail ? { ...seat, email: member.email, modified_at: clock.now() } : seat
    seats.update(database, savedSeat, showSeat(database, savedSeat))
  }
}
