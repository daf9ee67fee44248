import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'

/** Returns the address or id of an invitee. */
export const inviteeName = ({
  email,
  external_member_id,
  member_id,
  external_customer_id,
  customer_id,
}: SeatInvitee): string => email ?? external_member_id ?? member_id ?? external_customer_id ?? customer_id ?? ''
