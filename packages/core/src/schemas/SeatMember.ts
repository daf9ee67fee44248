import * as z from 'zod/mini'
import { isObject, isText, isTextOrNull } from '../internal/runtime/is.ts'

/** A member's role. Values that Polar adds later are accepted too. */
export type MemberRole = 'owner' | 'billing_manager' | 'member' | (string & {})

/** A person in the paying customer's team, with a role. */
export interface SeatMember {
  id: string
  created_at: string
  modified_at: string | null
  customer_id: string
  email: string
  name: string | null
  /** The person's id in your own system. */
  external_id: string | null
  role: MemberRole
}

export function isSeatMember(value: unknown): value is SeatMember {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.created_at) &&
    isTextOrNull(value.modified_at) &&
    isText(value.customer_id) &&
    isText(value.email) &&
    isTextOrNull(value.name) &&
    isTextOrNull(value.external_id) &&
    isText(value.role)
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const seatMemberSchema: z.ZodMiniType<SeatMember> = /* @__PURE__ */ z.custom<SeatMember>(isSeatMember)
