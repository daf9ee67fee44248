/**
 * The status of a row.
 *
 * - `expired`: the invitation has expired, although the seat is pending
 * - `saving`: the row is shown before the server's answer
 * - `nobody`: the seat is claimed although nobody has it (see `isNobodysSeat`)
 * - `other`: the seat has a status that Seats does not know
 */
export type RowStatus = 'claimed' | 'pending' | 'expired' | 'saving' | 'nobody' | 'other'
