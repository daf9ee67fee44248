import type { MemberRole } from '../storage/database/rows.ts'
import { optionalText } from '../validation/bodies/optionalText.ts'
import { personName } from '../validation/bodies/personName.ts'
import { nullable, text, uuid4 } from '../validation/python/pydantic/checks.ts'
import { oneOf, oneOfMembers } from '../validation/python/pydantic/choices.ts'
import { email } from '../validation/python/pydantic/email.ts'
import type { Check } from '../validation/python/pydantic/Failure.ts'
import { model, type BodyCheck } from '../validation/python/pydantic/model.ts'

export interface MemberCreate {
  email: string
  name: string | null
  external_id: string | null
  role: MemberRole
}

/** A field that is null does not change. */
export interface MemberUpdate {
  name: string | null
  email: string | null
  role: MemberRole | null
}

const anyRole = oneOf('owner', 'billing_manager', 'member')
const optionalName = { check: nullable(personName), default: null }
const optionalRole = { check: nullable(anyRole), default: null }
const defaultRole: MemberRole = 'member'

const createFields = {
  email: { check: email },
  name: optionalName,
  external_id: { check: optionalText, default: null },
  role: { check: oneOfMembers('MemberRole', 'member', 'billing_manager') as Check<MemberRole>, default: defaultRole },
}

/** The body of `POST /v1/customers/{id}/members`. */
export const memberCreate: BodyCheck<MemberCreate> = model<MemberCreate>(createFields)

/** The body of the deprecated `POST /v1/members/`, which also contains the customer's id. */
export const deprecatedMemberCreate = model<MemberCreate & { customer_id: string }>({
  ...createFields,
  customer_id: { check: uuid4 },
})

/** The body of `PATCH /v1/customers/{id}/members/{member_id}`. */
export const memberUpdate: BodyCheck<MemberUpdate> = model<MemberUpdate>({
  name: optionalName,
  email: { check: nullable(email), default: null },
  role: optionalRole,
})

/** The body of `POST /v1/customer-portal/members`. A blank name is stored as it is. */
export const portalMemberCreate = model<Omit<MemberCreate, 'external_id'>>({
  email: { check: email },
  name: { check: nullable(text), default: null },
  role: { check: anyRole, default: defaultRole },
})

/** The body of `PATCH /v1/customer-portal/members/{id}`. */
export const portalMemberUpdate = model<Omit<MemberUpdate, 'email'>>({ name: optionalName, role: optionalRole })
