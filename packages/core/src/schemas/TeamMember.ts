import * as z from 'zod/mini'
import { isObject, isText, isTextOrNull } from '../internal/runtime/is.ts'
import type { MemberRole } from './SeatMember.ts'

/**
 * A member of the paying customer, as the customer portal shows them.
 *
 * @see https://polar.sh/docs/api-reference/customer-portal/members/list
 */
export interface TeamMember {
  id: string
  created_at: string
  modified_at: string | null
  email: string
  name: string | null
  role: MemberRole
}

export function isTeamMember(value: unknown): value is TeamMember {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.created_at) &&
    isTextOrNull(value.modified_at) &&
    isText(value.email) &&
    isTextOrNull(value.name) &&
    isText(value.role)
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const teamMemberSchema: z.ZodMiniType<TeamMember> = /* @__PURE__ */ z.custom<TeamMember>(isTeamMember)
