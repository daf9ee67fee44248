import { randomUUID } from 'node:crypto'
import type { Context } from '../domain/context/Context.ts'
import { benefitGrants, type BenefitGrantRow } from '../storage/benefits/benefitGrants.ts'
import { benefits } from '../storage/benefits/benefits.ts'
import { members } from '../storage/people/members.ts'
import { seats } from '../storage/seats/seats.ts'
import { sources } from '../storage/seats/sources.ts'
import { products } from '../storage/billing/products.ts'
import { findSeatPrice } from '../billing/Price.ts'

type Holder = Pick<BenefitGrantRow, 'customer_id' | 'member_id'>

/**
 * Grants and revokes the benefits of a source's product, so that exactly the people with a claimed seat have them. A
 * product without a seat price gives its benefits to the paying customer, as long as `isEntitled` is true. Returns the
 * grants that this call has added or changed.
 */
export function grantBenefits(
  { database, clock }: Pick<Context, 'database' | 'clock'>,
  sourceId: string,
  isEntitled: boolean,
): BenefitGrantRow[] {
  const source = sources.byId(database, sourceId)
  if (!source) return []
  const hasSeats = findSeatPrice(products.prices(database, source.product_id)) !== undefined
  const payingCustomer = {
    customer_id: source.customer_id,
    member_id: members.ownerOf(database, source.customer_id)?.id ?? null,
  }
  const holders = hasSeats ? seats.holdersOf(database, sourceId) : isEntitled ? [payingCustomer] : []
  const existingGrants = new Map(
    benefitGrants.ofSource(database, sourceId).map((grant) => [keyOf(grant.benefit_id, grant), grant]),
  )
  const wantedGrants = new Map<string, Holder & { benefit_id: string }>()
  for (const { id } of benefits.ofProduct(database, source.product_id)) {
    for (const holder of holders) wantedGrants.set(keyOf(id, holder), { ...holder, benefit_id: id })
  }

  const changed: BenefitGrantRow[] = []
  for (const [key, grant] of existingGrants) {
    if (grant.granted_at === null || wantedGrants.has(key)) continue
    const now = clock.now()
    const revoked = { ...grant, granted_at: null, revoked_at: now, modified_at: now }
    benefitGrants.update(database, revoked)
    changed.push(revoked)
  }
  for (const [key, { benefit_id, customer_id, member_id }] of wantedGrants) {
    const grant = existingGrants.get(key)
    if (grant && grant.granted_at !== null) continue
    const now = clock.now()
    const granted: BenefitGrantRow = {
      id: grant?.id ?? randomUUID(),
      benefit_id,
      source_id: sourceId,
      source_kind: source.kind,
      customer_id,
      member_id,
      granted_at: now,
      revoked_at: null,
      created_at: grant?.created_at ?? now,
      modified_at: grant ? now : null,
    }
    if (grant) benefitGrants.update(database, granted)
    else benefitGrants.insert(database, granted)
    changed.push(granted)
  }
  return changed
}

const keyOf = (benefitId: string, { customer_id, member_id }: Holder) => `${benefitId} ${customer_id} ${member_id}`
