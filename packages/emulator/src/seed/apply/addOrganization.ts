import { randomUUID } from 'node:crypto'
import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { organizations } from '../../storage/people/organizations.ts'
import { refs } from '../../storage/database/refs.ts'
import { tokens } from '../../storage/people/tokens.ts'
import { addCustomer } from './addCustomer.ts'
import { addDiscount } from './addDiscount.ts'
import { addProduct } from './addProduct.ts'
import { addSource } from './addSource.ts'
import { addWebhook } from './addWebhook.ts'
import type { Seeding } from './Seeding.ts'
import type { ParsedOrganization } from '../schema/seedSchema.ts'

/**
 * Adds an organization with all its data. If an organization with this slug already exists, adds the data to that
 * organization.
 */
export function addOrganization(seeding: Seeding, seed: ParsedOrganization, path: string): void {
  const { database, clock } = seeding.context
  const existing = organizations.bySlug(database, seed.slug)
  const organization = { id: existing?.id ?? seed.id ?? randomUUID(), slug: seed.slug }
  if (!existing) {
    seeding.collectProblems(`${path}.id`, () => {
      organizations.insert(database, {
        ...organization,
        name: seed.name ?? seed.slug.charAt(0).toUpperCase() + seed.slug.slice(1),
        seat_based_pricing_enabled: Number(seed.seat_based_pricing_enabled),
        member_model_enabled: Number(seed.member_model_enabled),
        proration_behavior: seed.proration_behavior,
        benefit_revocation_grace_period: seed.benefit_revocation_grace_period,
        customer_portal_subscription_update_seats: Number(seed.customer_portal_subscription_update_seats),
        customer_portal_subscription_update_plan: Number(seed.customer_portal_subscription_update_plan),
        customer_portal_subscription_pause: Number(seed.customer_portal_subscription_pause),
        reset_proration_behavior_enabled: Number(seed.reset_proration_behavior_enabled),
        created_at: clock.now(),
        modified_at: null,
      })
      refs.insert(database, seed.slug, organization.id)
    })
  }
  seed.tokens.forEach(({ token, scopes }, index) =>
    seeding.collectProblems(`${path}.tokens.${index}.token`, () =>
      tokens.insert(database, token, organization.id, scopes),
    ),
  )
  seed.products.forEach((product, index) => addProduct(seeding, organization, product, `${path}.products.${index}`))
  seed.discounts.forEach((discount, index) =>
    addDiscount(seeding, organization, discount, `${path}.discounts.${index}`),
  )
  const customerIds = seed.customers.map((customer, index) =>
    addCustomer(seeding, organization, customer, { number: index + 1, path: `${path}.customers.${index}` }),
  )
  seed.subscriptions.forEach((subscription, index) =>
    addSource(seeding, organization, { kind: 'subscription', seed: subscription }, `${path}.subscriptions.${index}`),
  )
  seed.orders.forEach((order, index) =>
    addSource(seeding, organization, { kind: 'order', seed: order }, `${path}.orders.${index}`),
  )
  if (seed.blocked)
    seeding.collectProblems(`${path}.blocked`, () => stateMarks.insert(database, organization.id, 'blocked'))
  seed.customers.forEach(({ deleted }, index) => {
    const id = customerIds[index]
    if (deleted && id !== undefined) customers.markDeleted(database, id, seeding.context.clock.now())
  })
  seed.webhooks.forEach((webhook, index) => addWebhook(seeding, organization, webhook, `${path}.webhooks.${index}`))
}
