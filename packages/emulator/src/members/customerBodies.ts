import type { CustomerRow } from '../storage/database/rows.ts'
import { metadataInput } from '../validation/bodies/metadataInput.ts'
import { optionalText } from '../validation/bodies/optionalText.ts'
import { personName } from '../validation/bodies/personName.ts'
import { nullable, uuid4 } from '../validation/python/pydantic/checks.ts'
import { literalOf, oneOf } from '../validation/python/pydantic/choices.ts'
import { email } from '../validation/python/pydantic/email.ts'
import { Failure, issue } from '../validation/python/pydantic/Failure.ts'
import { model, nested, type BodyCheck } from '../validation/python/pydantic/model.ts'
import type { Value } from '../validation/python/json/Value.ts'

interface Owner {
  email: string
  name: string | null
  external_id: string | null
}

/** A new customer. If no owner is given, the owner gets the customer's email, name and external id. */
export interface CustomerCreate {
  type: CustomerRow['type']
  email: string | null
  name: string | null
  external_id: string | null
  metadata: string
  owner: Owner | null
}

/** The changes of a customer. A field that is undefined stays as it is, and so does an email or a type that is null. */
export interface CustomerUpdate {
  email: string | null
  name: string | null | undefined
  external_id: string | null | undefined
  type: CustomerRow['type'] | null | undefined
  metadata: string | undefined
}

const optionalName = { check: nullable(personName), default: null }
const optionalId = { check: optionalText, default: null }
const metadata = { check: metadataInput, default: '{}' }
const anyType = oneOf<CustomerRow['type']>('individual', 'team')

const readOwner = nested(model<Owner>({ email: { check: email }, name: optionalName, external_id: optionalId }))
const common = {
  metadata,
  external_id: optionalId,
  name: optionalName,
  organization_id: { check: nullable(uuid4), default: null },
  owner: { check: (input: Value) => (input === null ? null : readOwner(input)), default: null },
}

type CustomerCreateBody = CustomerCreate & { organization_id: string | null }

const individual = model<CustomerCreateBody>({
  ...common,
  type: { check: literalOf<CustomerRow['type']>('individual'), default: 'individual' },
  email: { check: email },
})
const team = model<CustomerCreateBody>(
  {
    ...common,
    type: { check: literalOf<CustomerRow['type']>('team') },
    email: { check: nullable(email), default: null },
  },
  [
    ({ email: address, owner }) =>
      address === null && owner === null
        ? 'An owner with an email address is required when creating a team customer without an email.'
        : undefined,
  ],
)

/** The body of `POST /v1/customers/`. The customer's `type` decides which fields are required. */
export const customerCreate: BodyCheck<CustomerCreate> = (input, loc) => {
  const type = input instanceof Map && input.has('type') ? input.get('type') : 'individual'
  if (type === 'team') return team(input, [...loc, 'team'])
  if (type === 'individual') return individual(input, [...loc, 'individual'])
  const discriminator = '_customer_create_type()'
  const tags = "'individual', 'team'"
  const msg = `Input tag '${String(type)}' found using ${discriminator} does not match any of the expected tags: ${tags}`
  const ctx = { discriminator, tag: String(type), expected_tags: tags }
  return { issues: [issue(loc, new Failure('union_tag_invalid', msg, input, ctx))] }
}

/** The body of `PATCH /v1/customers/{id}`. */
export const customerUpdate: BodyCheck<CustomerUpdate> = (input, loc) => {
  const result = model({
    metadata,
    email: { check: nullable(email), default: null },
    name: optionalName,
    external_id: optionalId,
    type: { check: nullable(anyType), default: null },
  })(input, loc)
  if ('issues' in result) return result
  const ifGiven = <Output>(name: string, value: Output) => (input instanceof Map && input.has(name) ? value : undefined)
  const { output } = result
  return {
    output: {
      email: output.email,
      name: ifGiven('name', output.name),
      external_id: ifGiven('external_id', output.external_id),
      type: ifGiven('type', output.type),
      metadata: ifGiven('metadata', output.metadata),
    },
  }
}

/** The body of `PATCH /v1/customers/external/{external_id}`, which cannot change the external id or the type. */
export const customerUpdateByExternalId: BodyCheck<CustomerUpdate> = (input, loc) => {
  const changeable =
    input instanceof Map ? new Map([...input].filter(([name]) => name !== 'external_id' && name !== 'type')) : input
  return customerUpdate(changeable, loc)
}
