import { randomUUID } from 'node:crypto'
import { findSeatPrice } from '../../billing/Price.ts'
import { benefitGrants } from '../../storage/benefits/benefitGrants.ts'
import { grantBenefits } from '../../benefits/grantBenefits.ts'
import { customers } from '../../storage/people/customers.ts'
import { stateMarks } from '../../storage/database/stateMarks.ts'
import { products } from '../../storage/billing/products.ts'
import { refs } from '../../storage/database/refs.ts'
import { sources } from '../../storage/seats/sources.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { isEntitled } from '../../subscriptions/state/isEntitled.ts'
import { addCustomer } from './addCustomer.ts'
import { addProduct } from './addProduct.ts'
import { addSubscription } from './addSubscription.ts'
import { productSchema } from '../schema/priceSchemas.ts'
import { addRosterSeat } from './addRosterSeat.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedOrder, ParsedSubscription } from '../schema/seedSchema.ts'

/** Adds a subscription or an order with its roster, and grants the benefits of its product. */
export function addSource(
  seeding: Seeding,
  organization: SeededOrganization,
  seeded: { kind: 'subscription'; seed: ParsedSubscription } | { kind: 'order'; seed: ParsedOrder },
  path: string,
): void {
  const { kind, seed } = seeded
  const { database } = seeding.context
  const product_id = findProduct(seeding, organization, seed.product ?? undefined, `${path}.product`)
  const customer_id = findCustomer(seeding, organization, seed.customer, `${path}.customer`)
  if (product_id === undefined || customer_id === undefined) return
  const { id = randomUUID(), checkout_id = null, status } = seed
  const hasSeats = findSeatPrice(products.prices(database, product_id)) !== undefined
  const seats = hasSeats ? seed.seats : 0
  const organization_id = organization.id
  const row = { id, kind, organization_id, product_id, customer_id, checkout_id, seats, status }
  if (!seeding.collectProblems(path, () => sources.insert(database, row))) return
  seeding.storeRef(organization, seed.ref, id, path)
  if (seeded.kind === 'subscription')
    addSubscription(seeding, organization, { id, productId: product_id, seed: seeded.seed }, path)
  if (seed.roster.filter((entry) => entry.status !== 'revoked').length > seats) {
    seeding.problems.push({
      path: `${path}.roster`,
      message: `The source has ${seats} seats. The roster has more pending and claimed seats.`,
    })
  }
  const source = sources.byId(database, id)
  if (!source) return
  if (seed.deleted) stateMarks.insert(database, id, 'deleted')
  if (seed.product === null) stateMarks.insert(database, id, 'without_product')
  seed.roster.forEach((entry, index) => {
    const rosterPath = `${path}.roster.${index}`
    const seatId = entry.id ?? randomUUID()
    seeding.collectProblems(rosterPath, () => addRosterSeat(seeding.context, source, { ...entry, id: seatId }, index))
    seeding.storeRef(organization, entry.ref, seatId, rosterPath)
  })
  if (!benefitGrants.mayExistFor(database, id)) return
  const subscription = subscriptions.byId(database, id)
  grantBenefits(seeding.context, id, subscription === undefined || isEntitled(seeding.context, subscription))
}

/**
 * Returns the id of the product with this ref. Without a ref, returns the organization's first product, or adds a
 * product.
 */
function findProduct(seeding: Seeding, organization: SeededOrganization, ref: string | undefined, path: string) {
  const { database } = seeding.context
  if (ref !== undefined) return byRef(seeding, organization, ref, path, 'product', products.byId)
  const first = products.firstOf(database, organization.id)
  if (first) return first.id
  return addProduct(seeding, organization, productSchema.parse({}), path)
}

/**
 * Returns the id of the customer with this ref. Without a ref, returns the organization's first customer, or adds a
 * customer.
 */
function findCustomer(seeding: Seeding, organization: SeededOrganization, ref: string | undefined, path: string) {
  const { database } = seeding.context
  if (ref !== undefined) return byRef(seeding, organization, ref, path, 'customer', customers.byId)
  const first = customers.firstOf(database, organization.id)
  if (first) return first.id
  const id = randomUUID()
  const customer = { id, deleted: false, external_id: null, name: null, payment_method: null, members: [] }
  addCustomer(seeding, organization, customer, { number: 1, path })
  return id
}

function byRef(
  { context, problems }: Seeding,
  { slug }: SeededOrganization,
  ref: string,
  path: string,
  objectName: string,
  byId: (database: typeof context.database, id: string) => { id: string } | undefined,
): string | undefined {
  const id = refs.get(context.database, `${slug}/${ref}`)
  const found = id === undefined ? undefined : byId(context.database, id)
  if (!found) problems.push({ path, message: `There is no ${objectName} with the ref '${ref}'.` })
  return found?.id
}
