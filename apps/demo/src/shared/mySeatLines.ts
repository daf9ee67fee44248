import type { CustomerSeat } from '@seats/core'
import { rosterRows, seatTime, type RosterRow } from '@seats/core/ui'
import { messages } from './language.ts'

/** One of a person's own seats, in words. */
export interface MySeatLine {
  row: RosterRow
  status: string
  when: string
}

/** Returns a person's own seats, newest first. */
export const mySeatLines = (seats: CustomerSeat[], now: number): MySeatLine[] =>
  rosterRows(seats, { now }, messages)
    .toSorted((first, second) => Date.parse(second.since) - Date.parse(first.since))
    .map((row) => {
      const expires = row.status === 'pending' ? row.seat.invitation_token_expires_at : null
      const expiry = expires === null ? [] : [messages.row.expiresIn({ at: expires, now })]
      return {
        row,
        status: row.status === 'other' ? row.seat.status : messages.status[row.status],
        when: [seatTime(row, now, messages), ...expiry].join('. '),
      }
    })
