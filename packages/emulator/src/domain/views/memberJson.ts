import { formatTime } from '../../clock/formatTime.ts'
import type { MemberRow } from '../../storage/database/rows.ts'

/** Returns a member as organizations and webhooks see it. */
export const memberView = (member: MemberRow) => ({
  ...portalMemberView(member),
  customer_id: member.customer_id,
  external_id: member.external_id,
})

/** Returns a member as the portal shows it. */
export const portalMemberView = (member: MemberRow) => ({
  created_at: formatTime(member.created_at),
  modified_at: member.modified_at === null ? null : formatTime(member.modified_at),
  id: member.id,
  email: member.email,
  name: member.name,
  role: member.role,
})
