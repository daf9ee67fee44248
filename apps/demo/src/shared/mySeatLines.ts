import type { CustomerSeat } from '@seats/core'
import { en } from '@seats/core/messages'
import { rosterRows, seatTime, type RosterRow } from '@seats/core/ui'

/** One of a person's own seats, in words. */
export interface MySeatLine {
  row: RosterRow
  status: string
  when: string
}

/** Returns a person's own seats, newest first. */
export const mySeatLines = (seats: CustomerSeat[], now: number): MySeatLine[] =>
  rosterRows(seats, { now }, en)
    .toSorted((a, b) => Date.parse(b.since) - Date.parse(a.since))
    .map((row) => {
      const expires = row.status === 'pending' ? row.seat.invitation_token_expires_at : null
      const left = expires === null ? [] : [en.row.expiresIn({ at: expires, now })]
      return {
        row,
        status: row.status === 'other' ? row.seat.status : en.status[row.status],
        when: [seatTime(row, now, en), ...left].join('. '),
      }
    })
