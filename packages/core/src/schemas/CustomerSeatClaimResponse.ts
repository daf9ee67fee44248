import * as z from 'zod/mini'
import { isObject, isText } from '../internal/runtime/is.ts'
import { isCustomerSeat, type CustomerSeat } from './CustomerSeat.ts'

/**
 * The claimed seat, and a session token for its occupant (`polar_cst_…` or `polar_mst_…`), which is valid for one hour.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/claim
 */
export interface CustomerSeatClaimResponse {
  seat: CustomerSeat
  customer_session_token: string
}

export function isCustomerSeatClaimResponse(value: unknown): value is CustomerSeatClaimResponse {
  return isObject(value) && isCustomerSeat(value.seat) && isText(value.customer_session_token)
}

/** Checks the fields above and keeps every other field as it is. */
export const customerSeatClaimResponseSchema: z.ZodMiniType<CustomerSeatClaimResponse> =
  /* @__PURE__ */ z.custom<CustomerSeatClaimResponse>(isCustomerSeatClaimResponse)
