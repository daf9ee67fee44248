/** What the API answers with, derived from the facts about it; every response in the tests is held against these. */
const nullable = (schema: object) => ({ anyOf: [schema, { type: 'null' }] })
const id = { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$' }
const time = { type: 'string', pattern: String.raw`^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{6}Z$` }
const text = { type: 'string' }

/** All fields and no others. */
const exactly = (properties: Record<string, object>) => ({
  type: 'object',
  properties,
  required: Object.keys(properties),
  additionalProperties: false,
})

const member = exactly({
  id,
  created_at: time,
  modified_at: nullable(time),
  customer_id: id,
  email: text,
  name: nullable(text),
  external_id: nullable(text),
  role: { enum: ['owner', 'billing_manager', 'member'] },
})

const seat = exactly({
  created_at: time,
  modified_at: nullable(time),
  id,
  subscription_id: nullable(id),
  order_id: nullable(id),
  status: { enum: ['pending', 'claimed', 'revoked'] },
  customer_id: nullable(id),
  member_id: nullable(id),
  member: nullable(member),
  email: nullable(text),
  customer_email: nullable(text),
  invitation_token_expires_at: nullable(time),
  claimed_at: nullable(time),
  revoked_at: nullable(time),
  seat_metadata: { type: 'object' },
})

const count = { type: 'integer', minimum: 0 }

const customer = exactly({
  id,
  created_at: time,
  modified_at: nullable(time),
  metadata: { type: 'object' },
  external_id: nullable(text),
  email: nullable(text),
  email_verified: { type: 'boolean' },
  type: { enum: ['individual', 'team'] },
  name: nullable(text),
  billing_name: nullable(text),
  billing_address: { type: 'null' },
  tax_id: { type: 'null' },
  locale: { type: 'null' },
  organization_id: id,
  default_payment_method_id: { type: 'null' },
  deleted_at: { type: 'null' },
  first_user_event_at: { type: 'null' },
  avatar_url: nullable(text),
})

export const schemas = {
  seat,
  roster: exactly({ seats: { type: 'array', items: seat }, available_seats: count, total_seats: count }),
  claimInfo: exactly({
    product_name: text,
    product_id: id,
    organization_name: text,
    organization_slug: text,
    customer_email: text,
    can_claim: { const: true },
  }),
  claim: exactly({ seat, customer_session_token: { type: 'string', pattern: '^polar_[cm]st_[A-Za-z0-9]{43}$' } }),
  session: exactly({
    created_at: time,
    modified_at: { type: 'null' },
    id,
    token: { type: 'string', pattern: '^polar_[cm]st_[A-Za-z0-9]{43}$' },
    expires_at: time,
    return_url: nullable(text),
    customer_portal_url: text,
    customer_id: id,
    customer,
  }),
  error: exactly({ error: { type: 'string', pattern: '^[A-Z][A-Za-z]+$' }, detail: text }),
  oauthError: exactly({ error: { enum: ['invalid_token', 'insufficient_scope'] }, error_description: text }),
  httpError: exactly({ detail: text }),
  validationError: exactly({
    error: { enum: ['RequestValidationError', 'PolarRequestValidationError'] },
    detail: {
      type: 'array',
      minItems: 1,
      items: {
        type: 'object',
        properties: {
          type: text,
          loc: { type: 'array', minItems: 1, items: { type: ['string', 'integer'] } },
          msg: text,
          input: true,
          ctx: { type: 'object' },
        },
        required: ['type', 'loc', 'msg', 'input'],
        additionalProperties: false,
      },
    },
  }),
  webhook: exactly({
    type: { enum: ['customer_seat.assigned', 'customer_seat.claimed', 'customer_seat.revoked'] },
    timestamp: time,
    data: seat,
  }),
}

export type SchemaName = keyof typeof schemas
