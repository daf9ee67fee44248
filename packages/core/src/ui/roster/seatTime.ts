import type { PanelMessages } from '../../messages/PanelMessages.ts'
import type { RosterRow } from './RosterRow.ts'

/** Returns a text such as “Joined 2 hours ago”. Without the current time, the text has a date. */
export function seatTime({ status, since }: RosterRow, now: number | undefined, { row }: PanelMessages): string {
  if (status === 'nobody') return row.nobodyWhen
  const values = { at: since, now: now ?? Number.NaN }
  return status === 'claimed' ? row.joined(values) : row.invited(values)
}
