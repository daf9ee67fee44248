import type { Messages } from '../../messages/Messages.ts'
import type { RosterRow } from './RosterRow.ts'

/** Returns when the occupant joined or was invited, in words. A date, while the time is not known. */
export function seatTime({ status, since }: RosterRow, now: number | undefined, { row }: Messages): string {
  if (status === 'nobody') return row.nobodyWhen
  const values = { at: since, now: now ?? Number.NaN }
  return status === 'claimed' ? row.joined(values) : row.invited(values)
}
