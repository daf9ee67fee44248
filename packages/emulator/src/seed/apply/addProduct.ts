import { randomUUID } from 'node:crypto'
import { benefits } from '../../storage/benefits/benefits.ts'
import { products } from '../../storage/billing/products.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedOrganization } from '../schema/seedSchema.ts'

type ParsedProduct = ParsedOrganization['products'][number]

/** Adds a product with its prices and benefits. Returns the product's id. */
export function addProduct(
  seeding: Seeding,
  organization: SeededOrganization,
  seed: ParsedProduct,
  path: string,
): string {
  const { database, clock } = seeding.context
  const { id = randomUUID(), ref, name, recurring, seat_based, amount, price } = seed
  const created_at = clock.now()
  seeding.collectProblems(path, () => {
    products.insert(database, {
      id,
      organization_id: organization.id,
      name,
      recurring: Number(recurring),
      recurring_interval: price.interval,
      recurring_interval_count: price.interval_count,
      visibility: seed.visibility,
      is_archived: Number(seed.archived),
      created_at,
    })
    const base = { product_id: id, currency: price.currency, created_at }
    // Every product needs a price. A product that has neither seats nor an amount is free: its price is 0.
    if (amount !== undefined || !seat_based) {
      products.insertPrice(database, { ...base, id: randomUUID(), amount_type: 'fixed', price_amount: amount ?? 0 })
    }
    if (seat_based) {
      products.insertPrice(database, {
        ...base,
        id: randomUUID(),
        amount_type: 'seat_based',
        seat_tier_type: price.type === 'graduated' ? 'graduated' : 'volume',
        tiers: price.tiers,
      })
    }
  })
  seeding.storeRef(organization, ref, id, path)
  seed.benefits.forEach(({ id: benefitId = randomUUID(), ref: benefitRef, ...benefit }, index) => {
    const benefitPath = `${path}.benefits.${index}`
    const ids = { id: benefitId, product_id: id, organization_id: organization.id }
    seeding.collectProblems(benefitPath, () => benefits.insert(database, { ...benefit, ...ids, created_at }))
    seeding.storeRef(organization, benefitRef, benefitId, benefitPath)
  })
  return id
}
