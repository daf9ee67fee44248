import { formatTime } from '../../clock/formatTime.ts'
import { formatTimeOrNull } from '../../clock/formatTimeOrNull.ts'
import type { MemberRow } from '../../storage/database/rows.ts'

/** Returns a member as an organization gets it, from the API and in webhooks. */
export const memberView = (member: MemberRow) => ({
  id: member.id,
  ...timesOf(member),
  customer_id: member.customer_id,
  email: member.email,
  name: member.name,
  external_id: member.external_id,
  role: member.role,
})

/** Returns a member as the portal shows it. */
export const portalMemberView = (member: MemberRow) => ({
  ...timesOf(member),
  id: member.id,
  email: member.email,
  name: member.name,
  role: member.role,
})

const timesOf = ({ created_at, modified_at }: MemberRow) => ({
  created_at: formatTime(created_at),
  modified_at: formatTimeOrNull(modified_at),
})
