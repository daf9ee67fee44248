import { randomUUID } from 'node:crypto'
import { customers } from '../storage/customers.ts'
import { marks } from '../storage/marks.ts'
import { products } from '../storage/products.ts'
import { refs } from '../storage/refs.ts'
import { sources } from '../storage/sources.ts'
import { addCustomer } from './addCustomer.ts'
import { seatRoster } from './seatRoster.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedSource } from './seedSchema.ts'

/** Adds a subscription or an order, and who is on its roster. */
export function addSource(
  seeding: Seeding,
  organization: SeededOrganization,
  kind: 'subscription' | 'order',
  seed: ParsedSource,
  path: string,
): void {
  const { database } = seeding.context
  const product_id = findProduct(seeding, organization, seed.product ?? undefined, `${path}.product`)
  const customer_id = findCustomer(seeding, organization, seed.customer, `${path}.customer`)
  if (product_id === undefined || customer_id === undefined) return
  const { id = randomUUID(), seats, checkout_id = null, status = 'active' } = seed
  const organization_id = organization.id
  const row = { id, kind, organization_id, product_id, customer_id, checkout_id, seats, status }
  if (!seeding.attempt(path, () => sources.insert(database, row))) return
  seeding.name(organization, seed.ref, id, path)
  if (seed.roster.filter((entry) => entry.status !== 'revoked').length > seats) {
    seeding.problems.push({ path: `${path}.roster`, message: `holds more than the ${seats} seats there are` })
  }
  const source = sources.byId(database, id)
  if (!source) return
  if (seed.deleted) marks.insert(database, id, 'deleted')
  if (seed.product === null) marks.insert(database, id, 'without_product')
  seed.roster.forEach((entry, index) => {
    const at = `${path}.roster.${index}`
    const seatId = entry.id ?? randomUUID()
    seeding.attempt(at, () => seatRoster(seeding.context, source, { ...entry, id: seatId }, index))
    seeding.name(organization, entry.ref, seatId, at)
  })
}

/** The product of a ref; without one the organization's first, made where there is none. */
function findProduct(seeding: Seeding, organization: SeededOrganization, ref: string | undefined, path: string) {
  const { database } = seeding.context
  if (ref !== undefined) return byRef(seeding, organization, ref, path, 'product', products.byId)
  const first = products.firstOf(database, organization.id)
  if (first) return first.id
  const id = randomUUID()
  products.insert(database, { id, organization_id: organization.id, name: 'Team', recurring: true })
  return id
}

/** The customer of a ref; without one the organization's first, made where there is none. */
function findCustomer(seeding: Seeding, organization: SeededOrganization, ref: string | undefined, path: string) {
  const { database } = seeding.context
  if (ref !== undefined) return byRef(seeding, organization, ref, path, 'customer', customers.byId)
  const first = customers.firstOf(database, organization.id)
  if (first) return first.id
  const id = randomUUID()
  addCustomer(
    seeding,
    organization,
    { id, deleted: false, external_id: null, name: null, members: [] },
    { number: 1, path },
  )
  return id
}

function byRef(
  { context, problems }: Seeding,
  { slug }: SeededOrganization,
  ref: string,
  path: string,
  what: string,
  byId: (database: typeof context.database, id: string) => { id: string } | undefined,
): string | undefined {
  const id = refs.get(context.database, `${slug}/${ref}`)
  const found = id === undefined ? undefined : byId(context.database, id)
  if (!found) problems.push({ path, message: `'${ref}' is the ref of no ${what}` })
  return found?.id
}
