import type { SeatRecipient } from '../schemas/SeatRecipient.ts'

/** Returns whether a roster can show this recipient's seat. It does not tell customer ids. */
export const isOnRosters = ({ email, member_id, external_member_id }: SeatRecipient): boolean =>
  Boolean(email || member_id || external_member_id)
