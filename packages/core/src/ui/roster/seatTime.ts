import type { Messages } from '../../messages/Messages.ts'
import type { RosterRow } from './RosterRow.ts'

/** Says when the occupant joined or was invited. Returns a date if the current time is not known yet. */
export function seatTime({ status, since }: RosterRow, now: number | undefined, { row }: Messages): string {
  if (status === 'nobody') return row.nobodyWhen
  const values = { at: since, now: now ?? Number.NaN }
  return status === 'claimed' ? row.joined(values) : row.invited(values)
}
