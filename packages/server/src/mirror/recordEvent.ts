import type { CustomerSeat, SeatMember } from '@seats/core'
import { preciseTime } from '../internal/microseconds.ts'
import type { SeatCause } from '../lapses/SeatCause.ts'
import { mirrorSeat, withMemberTime, type SeatChange } from './mirrorSeat.ts'
import { mirrorSubscription } from './mirrorSource.ts'
import type { MirrorSeat, MirrorTable } from './MirrorTable.ts'
import { writeRow } from './writeRow.ts'

/** An event in the form in which the webhook handler passes it to a mirror. */
export type MirrorEvent =
  | { kind: 'seat'; seat: CustomerSeat; cause: SeatCause }
  | { kind: 'subscription'; subscription: { id: string }; timestamp: string }
  | { kind: 'member'; member: SeatMember }

/** Writes an event into the tables, unless they have newer data already. */
export async function recordEvent(table: MirrorTable, event: MirrorEvent): Promise<void> {
  switch (event.kind) {
    case 'seat':
      await writeSeat(table, { ...event, isRead: false })
      return
    case 'subscription': {
      const { id } = event.subscription
      await writeRow({
        find: async () => (await table.findSource(id)) ?? undefined,
        next: (before) => mirrorSubscription(before, event),
        write: (row, expected) => table.writeSource(row, expected),
      })
      return
    }
    case 'member': {
      const { member } = event
      for (const row of await table.findSeats('member_id', member.id)) {
        await writeRow({
          before: row,
          find: () => findSeat(table, row.id),
          next: (before) => mirrorMember(before, member),
          write: (next, expected) => table.writeSeat(next, expected),
        })
      }
    }
  }
}

/** Writes a change of a seat. Resolves with whether the row has changed. */
export const writeSeat = (
  table: MirrorTable,
  change: SeatChange,
  knownRow?: { before: MirrorSeat | undefined },
): Promise<boolean> =>
  writeRow({
    find: () => findSeat(table, change.seat.id),
    next: (before) => mirrorSeat(before, change),
    write: (row, expected) => table.writeSeat(row, expected),
    ...knownRow,
  })

const findSeat = async (table: MirrorTable, id: string) => (await table.findSeats('id', id))[0]

/** Returns a row with the new address, name and external id of its member, or `undefined` if the row stays as it is. */
function mirrorMember(before: MirrorSeat | undefined, member: SeatMember): MirrorSeat | undefined {
  if (before === undefined || before.member_id !== member.id) return undefined
  const time = preciseTime(member.modified_at ?? member.created_at)
  // A revoked row does not change: it shows the last person as they were when they lost the seat.
  if (before.status === 'revoked' || time <= (before.version.split(' ')[1] ?? '')) return undefined
  const { email, name, external_id: external_member_id } = member
  return { ...before, email, name, external_member_id, version: withMemberTime(before.version, time) }
}
