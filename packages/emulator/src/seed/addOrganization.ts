import { randomUUID } from 'node:crypto'
import { customers } from '../storage/customers.ts'
import { endpoints } from '../storage/endpoints.ts'
import { marks } from '../storage/marks.ts'
import { organizations } from '../storage/organizations.ts'
import { products } from '../storage/products.ts'
import { refs } from '../storage/refs.ts'
import { tokens } from '../storage/tokens.ts'
import { addCustomer } from './addCustomer.ts'
import { addSource } from './addSource.ts'
import type { Seeding } from './Seeding.ts'
import type { ParsedOrganization } from './seedSchema.ts'

/** Adds an organization, or to one that is there, and all it has. */
export function addOrganization(seeding: Seeding, seed: ParsedOrganization, path: string): void {
  const { database } = seeding.context
  const known = organizations.bySlug(database, seed.slug)
  const organization = { id: known?.id ?? seed.id ?? randomUUID(), slug: seed.slug }
  if (!known) {
    seeding.attempt(`${path}.id`, () => {
      organizations.insert(database, {
        ...organization,
        name: seed.name ?? seed.slug.charAt(0).toUpperCase() + seed.slug.slice(1),
        seat_based_pricing_enabled: Number(seed.seat_based_pricing_enabled),
        member_model_enabled: Number(seed.member_model_enabled),
      })
      refs.insert(database, seed.slug, organization.id)
    })
  }
  seed.tokens.forEach(({ token, scopes }, index) =>
    seeding.attempt(`${path}.tokens.${index}.token`, () => tokens.insert(database, token, organization.id, scopes)),
  )
  seed.products.forEach(({ id = randomUUID(), ref, name, recurring }, index) => {
    const at = `${path}.products.${index}`
    seeding.attempt(at, () => products.insert(database, { id, organization_id: organization.id, name, recurring }))
    seeding.name(organization, ref, id, at)
  })
  const customerIds = seed.customers.map((customer, index) =>
    addCustomer(seeding, organization, customer, { number: index + 1, path: `${path}.customers.${index}` }),
  )
  seed.subscriptions.forEach((source, index) =>
    addSource(seeding, organization, 'subscription', source, `${path}.subscriptions.${index}`),
  )
  seed.orders.forEach((source, index) => addSource(seeding, organization, 'order', source, `${path}.orders.${index}`))
  if (seed.blocked) seeding.attempt(`${path}.blocked`, () => marks.insert(database, organization.id, 'blocked'))
  seed.customers.forEach(({ deleted }, index) => {
    const id = customerIds[index]
    if (deleted && id !== undefined) customers.markDeleted(database, id)
  })
  seed.webhooks.forEach(({ id, url, secret, key }, index) =>
    seeding.attempt(`${path}.webhooks.${index}`, () =>
      endpoints.insert(database, {
        organizationId: organization.id,
        url,
        ...(id !== undefined && { id }),
        ...(secret !== undefined && { secret }),
        ...(key !== undefined && { key }),
      }),
    ),
  )
}
