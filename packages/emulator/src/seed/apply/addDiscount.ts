import { randomUUID } from 'node:crypto'
import { discounts } from '../../storage/billing/discounts.ts'
import type { SeededOrganization, Seeding } from './Seeding.ts'
import type { ParsedOrganization } from '../schema/seedSchema.ts'

export function addDiscount(
  seeding: Seeding,
  organization: SeededOrganization,
  seed: ParsedOrganization['discounts'][number],
  path: string,
): void {
  const { database, clock } = seeding.context
  const { id = randomUUID(), ref, type, basis_points, amount, currency, duration_in_months, ...rest } = seed
  const isFixed = type === 'fixed'
  seeding.collectProblems(path, () =>
    discounts.insert(database, {
      ...rest,
      id,
      type,
      organization_id: organization.id,
      basis_points: isFixed ? null : (basis_points ?? 0),
      amount: isFixed ? (amount ?? 0) : null,
      currency: isFixed ? currency : null,
      duration_in_months: duration_in_months ?? null,
      redemptions_count: 0,
      created_at: clock.now(),
    }),
  )
  seeding.storeRef(organization, ref, id, path)
}
