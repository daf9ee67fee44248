import {
  anyObject,
  count,
  closedObject,
  booleanValue,
  id,
  listOf,
  nullValue,
  nullable,
  oneOf,
  text,
  time,
} from './shapes.ts'

export const role = oneOf('owner', 'billing_manager', 'member')

export const member = closedObject({
  id,
  created_at: time,
  modified_at: nullable(time),
  customer_id: id,
  email: text,
  name: nullable(text),
  external_id: nullable(text),
  role,
})

export const portalMember = closedObject({
  id,
  created_at: time,
  modified_at: nullable(time),
  email: text,
  name: nullable(text),
  role,
})

export const seat = closedObject({
  created_at: time,
  modified_at: nullable(time),
  id,
  subscription_id: nullable(id),
  order_id: nullable(id),
  status: oneOf('pending', 'claimed', 'revoked'),
  customer_id: nullable(id),
  member_id: nullable(id),
  member: nullable(member),
  email: nullable(text),
  customer_email: nullable(text),
  invitation_token_expires_at: nullable(time),
  claimed_at: nullable(time),
  revoked_at: nullable(time),
  seat_metadata: anyObject,
})

export const roster = closedObject({ seats: listOf(seat), available_seats: count, total_seats: count })

export const customerFields = {
  id,
  created_at: time,
  modified_at: nullable(time),
  metadata: anyObject,
  external_id: nullable(text),
  email: nullable(text),
  email_verified: booleanValue,
  type: oneOf('individual', 'team'),
  name: nullable(text),
  billing_name: nullable(text),
  billing_address: nullValue,
  tax_id: nullValue,
  locale: nullValue,
  organization_id: id,
  default_payment_method_id: nullable(id),
  deleted_at: nullable(time),
  first_user_event_at: nullValue,
  avatar_url: nullable(text),
}

export const customer = closedObject(customerFields)

const sessionToken = { type: 'string', pattern: '^polar_[cm]st_[A-Za-z0-9]{43}$' }

export const claimInfo = closedObject({
  product_name: text,
  product_id: id,
  organization_name: text,
  organization_slug: text,
  customer_email: text,
  can_claim: { const: true },
})

export const claim = closedObject({ seat, customer_session_token: sessionToken })

export const session = closedObject({
  created_at: time,
  modified_at: nullValue,
  id,
  token: sessionToken,
  expires_at: time,
  return_url: nullable(text),
  customer_portal_url: text,
  customer_id: id,
  customer,
})

export const introspection = closedObject({ expires_at: time, return_url: nullable(text) })

export const portalUser = closedObject({
  type: oneOf('member', 'customer'),
  name: nullable(text),
  email: text,
  customer_id: id,
  member_id: nullable(id),
  role: nullable(role),
})
