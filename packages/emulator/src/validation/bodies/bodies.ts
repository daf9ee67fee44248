import type { SeatAssign } from './SeatAssign.ts'
import { boolean, metadata, nullable, text, uuid } from '../python/pydantic/checks.ts'
import { email } from '../python/pydantic/email.ts'
import { model, type Rule } from '../python/pydantic/model.ts'

const optional = { uuid: { check: nullable(uuid), default: null }, string: { check: nullable(text), default: null } }

const fields = {
  subscription_id: optional.uuid,
  order_id: optional.uuid,
  email: { check: nullable(email), default: null },
  external_customer_id: optional.string,
  customer_id: optional.uuid,
  external_member_id: optional.string,
  member_id: optional.uuid,
  metadata: { check: nullable(metadata), default: null },
  immediate_claim: { check: boolean, default: false },
}

const countGiven = (...values: unknown[]) => values.filter((value) => value !== null && value !== undefined).length

const oneSource: Rule<SeatAssign> = (body) =>
  countGiven(body.subscription_id, body.order_id) === 1
    ? undefined
    : 'Exactly one of subscription_id or order_id must be provided'

const onePortalSource: Rule<SeatAssign> = (body) =>
  countGiven(body.subscription_id, body.order_id, body.checkout_id) === 1
    ? undefined
    : 'Exactly one of subscription_id, order_id, or checkout_id must be provided'

const oneRecipient: Rule<SeatAssign> = (body) => {
  const customers = countGiven(body.external_customer_id, body.customer_id)
  const members = countGiven(body.external_member_id, body.member_id)
  const emails = countGiven(body.email)
  if (customers + members + emails === 0) {
    return 'At least one of email, external_customer_id, customer_id, external_member_id, or member_id must be provided'
  }
  if (customers > 0 && members > 0) {
    return 'Cannot combine external_customer_id/customer_id with external_member_id/member_id'
  }
  if (members > 1) return 'Cannot provide both external_member_id and member_id'
  if (customers > 0 && customers + emails !== 1) {
    return 'Exactly one of email, external_customer_id, or customer_id must be provided'
  }
  if (body.member_id !== null && emails > 0) return 'Cannot combine member_id with email'
  return undefined
}

export const seatAssign = model<SeatAssign>(fields, [oneSource, oneRecipient])
export const portalSeatAssign = model<SeatAssign>({ ...fields, checkout_id: optional.uuid }, [
  onePortalSource,
  oneRecipient,
])
export const seatClaim = model<{ invitation_token: string }>({ invitation_token: { check: text } })
