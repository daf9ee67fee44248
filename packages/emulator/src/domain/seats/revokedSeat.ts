import type { SeatRow } from '../../storage/database/rows.ts'

/** Returns a seat as it is after a revoke: nobody has it, and its invitation has ended. */
export const revokedSeat = (seat: SeatRow, now: number): SeatRow => ({
  ...seat,
  status: 'revoked',
  revoked_at: now,
  modified_at: now,
  invitation_token: null,
  customer_id: null,
  member_id: null,
  email: null,
})
