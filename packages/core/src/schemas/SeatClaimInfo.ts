import * as z from 'zod/mini'
import { isObject, isText } from '../internal/runtime/is.ts'

/**
 * The product and team that an invitation is for. Polar returns this info only if the invitation can be claimed, so
 * `can_claim` is always `true` in practice.
 *
 * @see https://polar.sh/docs/api-reference/customer-seats/get-claim-info
 */
export interface SeatClaimInfo {
  product_name: string
  product_id: string
  organization_name: string
  organization_slug: string
  customer_email: string
  can_claim: boolean
}

export function isSeatClaimInfo(value: unknown): value is SeatClaimInfo {
  return (
    isObject(value) &&
    isText(value.product_name) &&
    isText(value.product_id) &&
    isText(value.organization_name) &&
    isText(value.organization_slug) &&
    isText(value.customer_email) &&
    typeof value.can_claim === 'boolean'
  )
}

/** Checks the fields above and keeps every other field as it is. */
export const seatClaimInfoSchema: z.ZodMiniType<SeatClaimInfo> =
  /* @__PURE__ */ z.custom<SeatClaimInfo>(isSeatClaimInfo)
