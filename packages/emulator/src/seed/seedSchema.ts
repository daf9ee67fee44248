import * as z from 'zod'
import { webhookSecretSchema } from '../webhooks/webhookSecretSchema.ts'

const id = z.uuid().toLowerCase().optional()
const ref = z
  .string()
  .regex(/^[\w.-]+$/, 'Use letters, digits, dots, dashes and underscores')
  .optional()
const email = z.email()
const seats = z.int().min(0).max(1_000_000).default(5)

const rosterEntry = z.strictObject({
  id,
  ref,
  email: email.optional(),
  status: z.enum(['pending', 'claimed', 'revoked']).default('pending'),
  metadata: z.record(z.string(), z.json()).default({}),
})

const source = {
  id,
  ref,
  product: z.string().optional(),
  customer: z.string().optional(),
  checkout_id: z.uuid().toLowerCase().optional(),
  seats,
  roster: z.array(rosterEntry).default([]),
}

const organization = z.strictObject({
  id,
  slug: z.string().regex(/^[a-z0-9-]+$/, 'Use lower-case letters, digits and dashes'),
  name: z.string().optional(),
  seat_based_pricing_enabled: z.boolean().default(true),
  member_model_enabled: z.boolean().default(true),
  tokens: z
    .array(
      z.strictObject({
        token: z.string().startsWith('polar_'),
        scopes: z.array(z.string()).default(['customer_seats:read', 'customer_seats:write', 'customer_sessions:write']),
      }),
    )
    .default([]),
  products: z
    .array(z.strictObject({ id, ref, name: z.string().default('Team'), recurring: z.boolean().default(true) }))
    .default([]),
  customers: z
    .array(
      z.strictObject({
        id,
        ref,
        email: email.optional(),
        external_id: z.string().nullable().default(null),
        name: z.string().nullable().default(null),
        members: z
          .array(
            z.strictObject({
              id,
              ref,
              email: email.optional(),
              name: z.string().nullable().default(null),
              external_id: z.string().nullable().default(null),
              role: z.enum(['owner', 'billing_manager', 'member']).default('member'),
            }),
          )
          .default([]),
      }),
    )
    .default([]),
  subscriptions: z.array(z.strictObject(source)).default([]),
  orders: z
    .array(
      z.strictObject({
        ...source,
        status: z.enum(['pending', 'paid', 'refunded', 'partially_refunded']).default('paid'),
      }),
    )
    .default([]),
  webhooks: z
    .array(z.strictObject({ id, url: z.url({ protocol: /^https?$/ }), secret: webhookSecretSchema.optional() }))
    .default([]),
})

/** What an emulator is filled with. Every field but an organization's `slug` has a default. */
export const seedSchema = z.strictObject({ organizations: z.array(organization).default([]) })

/** A seed as it is written. */
export type Seed = z.input<typeof seedSchema>
export type ParsedSeed = z.output<typeof seedSchema>
export type OrganizationSeed = ParsedSeed['organizations'][number]
export type SourceSeed = OrganizationSeed['subscriptions'][number] & { status?: string }
