import * as z from 'zod/mini'
import { isObject, isText, isTextOrNull } from '../internal/runtime/is.ts'
import { isSeatMember, type SeatMember } from './SeatMember.ts'

/** A seat's status. Values that Polar adds later are accepted too. */
export type SeatStatus = 'pending' | 'claimed' | 'revoked' | (string & {})

/**
 * One row of a roster, in the form of Polar's API. Times are ISO strings in UTC.
 *
 * A seat keeps its id when its occupant changes: Polar can give a revoked row to another person.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/list
 */
export interface CustomerSeat {
  id: string
  created_at: string
  modified_at: string | null
  subscription_id: string | null
  order_id: string | null
  status: SeatStatus
  /** With Polar's member model, the id of the paying customer. Otherwise the id of the occupant's own customer. */
  customer_id: string | null
  member_id: string | null
  member: SeatMember | null
  email: string | null
  /** The same as `email`. If `email` is null, the address of the member or the customer. */
  customer_email: string | null
  /** Use this time only while `status` is `pending`. It stays the same after a claim. */
  invitation_token_expires_at: string | null
  claimed_at: string | null
  revoked_at: string | null
  seat_metadata: Record<string, unknown> | null
}

export function isCustomerSeat(value: unknown): value is CustomerSeat {
  return (
    isObject(value) &&
    isText(value.id) &&
    isText(value.status) &&
    isText(value.created_at) &&
    isTextOrNull(value.modified_at) &&
    isTextOrNull(value.subscription_id) &&
    isTextOrNull(value.order_id) &&
    isTextOrNull(value.customer_id) &&
    isTextOrNull(value.member_id) &&
    (value.member === null || isSeatMember(value.member)) &&
    isTextOrNull(value.email) &&
    isTextOrNull(value.customer_email) &&
    isTextOrNull(value.invitation_token_expires_at) &&
    isTextOrNull(value.claimed_at) &&
    isTextOrNull(value.revoked_at) &&
    (value.seat_metadata === null || isObject(value.seat_metadata))
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const customerSeatSchema: z.ZodMiniType<CustomerSeat> = /* @__PURE__ */ z.custom<CustomerSeat>(isCustomerSeat)
