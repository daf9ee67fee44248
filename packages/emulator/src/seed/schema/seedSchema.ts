import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'
import { allScopes } from './allScopes.ts'
import { discountSchema, productSchema } from './priceSchemas.ts'
import { id, nullableText, ref } from './fields.ts'
import type { Seed } from './Seed.ts'
import { subscriptionFields } from './subscriptionFields.ts'
import { webhookSchema } from './webhookSchemas.ts'

const email = z.optional(z.email())
const list = <Item extends z.ZodMiniType>(item: Item) => withDefault(z.array(item), [])

const rosterEntry = z
  .strictObject({
    id,
    ref,
    email,
    status: z.optional(z.enum(['pending', 'claimed', 'revoked'])),
    nobody: withDefault(z.boolean(), false),
    metadata: withDefault(z.record(z.string(), z.unknown()), {}),
  })
  .check(
    z.refine(({ nobody, status, email }) => !nobody || (status === 'claimed' && email === undefined), {
      path: ['nobody'],
      message: "Use `nobody` only with the status 'claimed' and without an email.",
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

const organization = z.strictObject({
  id,
  slug: z.string().check(z.regex(/^[a-z0-9-]+$/, 'Use lower-case letters, digits and dashes.')),
  name: z.optional(z.string()),
  blocked: withDefault(z.boolean(), false),
  seat_based_pricing_enabled: withDefault(z.boolean(), true),
  member_model_enabled: withDefault(z.boolean(), true),
  tokens: list(
    z.strictObject({
      token: z.string().check(z.startsWith('polar_')),
      scopes: withDefault(z.array(z.string()), allScopes),
    }),
  ),
  proration_behavior: withDefault(z.enum(['prorate', 'invoice', 'next_period']), 'prorate'),
  benefit_revocation_grace_period: withDefault(z.int().check(z.minimum(0), z.maximum(3650)), 0),
  customer_portal_subscription_update_seats: withDefault(z.boolean(), true),
  customer_portal_subscription_update_plan: withDefault(z.boolean(), true),
  customer_portal_subscription_pause: withDefault(z.boolean(), false),
  reset_proration_behavior_enabled: withDefault(z.boolean(), false),
  products: list(productSchema),
  discounts: list(discountSchema),
  customers: list(
    z.strictObject({
      id,
      ref,
      email: z.optional(z.nullable(z.email())),
      deleted: withDefault(z.boolean(), false),
      external_id: nullableText,
      name: nullableText,
      owner_ref: ref,
      type: z.optional(z.enum(['team', 'individual'])),
      payment_method: withDefault(z.nullable(z.enum(['ok', 'declined', 'requires_action'])), null),
      members: list(member),
    }),
  ),
  subscriptions: list(z.strictObject({ ...source, ...subscriptionFields })),
  orders: list(
    z.strictObject({
      ...source,
      product: z.optional(z.nullable(z.string())),
      status: withDefault(z.enum(['pending', 'paid', 'refunded', 'partially_refunded']), 'paid'),
    }),
  ),
  webhooks: list(webhookSchema),
})

export const seedSchema = z.strictObject({
  order_seed: z.optional(z.union([z.string(), z.number()])),
  organizations: list(organization),
})

/** A seed with its defaults filled in. */
export type ParsedSeed = z.output<typeof seedSchema>
export type ParsedOrganization = ParsedSeed['organizations'][number]
export type ParsedSource = ParsedOrganization['orders'][number] | ParsedOrganization['subscriptions'][number]
export type ParsedOrder = ParsedOrganization['orders'][number]
export type ParsedSubscription = ParsedOrganization['subscriptions'][number]

type Fits<One, Other> = [One] extends [Other] ? true : never
/** Fails to compile if the schema does not accept every `Seed`. */
export const schemaAcceptsSeed: Fits<Required<Seed>, z.input<typeof seedSchema>> = true
