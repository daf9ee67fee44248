import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'
import { holdsBase64 } from '../webhooks/webhookKey.ts'
import type { Seed } from './Seed.ts'

const id = z.optional(z.uuid().check(z.toLowerCase()))
const ref = z.optional(z.string().check(z.regex(/^[\w.-]+$/, 'Use letters, digits, dots, dashes and underscores')))
const email = z.optional(z.email())
const nullableText = withDefault(z.nullable(z.string()), null)
const list = <Item extends z.ZodMiniType>(item: Item) => withDefault(z.array(item), [])

const rosterEntry = z
  .strictObject({
    id,
    ref,
    email,
    status: withDefault(z.enum(['pending', 'claimed', 'revoked']), 'pending'),
    nobody: withDefault(z.boolean(), false),
    metadata: withDefault(z.record(z.string(), z.unknown()), {}),
  })
  .check(
    z.refine(({ nobody, status, email }) => !nobody || (status === 'claimed' && email === undefined), {
      path: ['nobody'],
      message: "Use it with the status 'claimed' and without an email",
    }),
  )

const source = {
  id,
  ref,
  product: z.optional(z.string()),
  customer: z.optional(z.string()),
  checkout_id: z.optional(z.uuid().check(z.toLowerCase())),
  seats: withDefault(z.int().check(z.minimum(0), z.maximum(1_000_000)), 5),
  deleted: withDefault(z.boolean(), false),
  roster: list(rosterEntry),
}

const member = z.strictObject({
  id,
  ref,
  email,
  name: nullableText,
  external_id: nullableText,
  role: withDefault(z.enum(['owner', 'billing_manager', 'member']), 'member'),
})

const webhook = z
  .strictObject({
    id,
    url: z.url({ protocol: /^https?$/ }),
    secret: z.optional(z.string().check(z.minLength(1))),
    key: z.optional(z.enum(['base64', 'text'])),
  })
  .check(
    z.refine(({ secret, key }) => key !== 'base64' || secret === undefined || holdsBase64(secret), {
      path: ['key'],
      message: 'The secret is not base64',
    }),
  )

const organization = z.strictObject({
  id,
  slug: z.string().check(z.regex(/^[a-z0-9-]+$/, 'Use lower-case letters, digits and dashes')),
  name: z.optional(z.string()),
  blocked: withDefault(z.boolean(), false),
  seat_based_pricing_enabled: withDefault(z.boolean(), true),
  member_model_enabled: withDefault(z.boolean(), true),
  tokens: list(
    z.strictObject({
      token: z.string().check(z.startsWith('polar_')),
      scopes: withDefault(z.array(z.string()), [
        'customer_seats:read',
        'customer_seats:write',
        'customer_sessions:write',
      ]),
    }),
  ),
  products: list(
    z.strictObject({ id, ref, name: withDefault(z.string(), 'Team'), recurring: withDefault(z.boolean(), true) }),
  ),
  customers: list(
    z.strictObject({
      id,
      ref,
      email: z.optional(z.nullable(z.email())),
      deleted: withDefault(z.boolean(), false),
      external_id: nullableText,
      name: nullableText,
      members: list(member),
    }),
  ),
  subscriptions: list(z.strictObject(source)),
  orders: list(
    z.strictObject({
      ...source,
      product: z.optional(z.nullable(z.string())),
      status: withDefault(z.enum(['pending', 'paid', 'refunded', 'partially_refunded']), 'paid'),
    }),
  ),
  webhooks: list(webhook),
})

export const seedSchema = z.strictObject({
  order_seed: z.optional(z.union([z.string(), z.number()])),
  organizations: list(organization),
})

/** A seed with its defaults filled in. */
export type ParsedSeed = z.output<typeof seedSchema>
export type ParsedOrganization = ParsedSeed['organizations'][number]
export type ParsedSource = Omit<ParsedOrganization['subscriptions'][number], 'product'> & {
  product?: string | null | undefined
  status?: string
}

/** What the schema reads and what people write are kept the same. */
type Same<One, Other> = [One] extends [Other] ? true : never
export const seedTypeIsRead: Same<Required<Seed>, z.input<typeof seedSchema>> = true
