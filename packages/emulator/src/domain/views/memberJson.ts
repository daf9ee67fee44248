import { formatTime } from '../../clock/formatTime.ts'
import type { MemberRow } from '../../storage/database/rows.ts'

/** A member as the organization sees it, and as webhooks carry it. */
export const memberView = (member: MemberRow) => ({
  ...portalMemberView(member),
  customer_id: member.customer_id,
  external_id: member.external_id,
})

/** A member as the portal shows it. */
export const portalMemberView = (member: MemberRow) => ({
  created_at: formatTime(member.created_at),
  modified_at: member.modified_at === null ? null : formatTime(member.modified_at),
  id: member.id,
  email: member.email,
  name: member.name,
  role: member.role,
})
