import type { Context } from '../../domain/context/Context.ts'
import { listOrder } from '../../storage/database/listOrder.ts'
import { refs } from '../../storage/database/refs.ts'
import { addOrganization } from './addOrganization.ts'
import { SeedError } from '../schema/SeedError.ts'
import type { ParsedSeed } from '../schema/seedSchema.ts'
import { Seeding } from './Seeding.ts'

/**
 * Stores a seed, as a whole or not at all. Returns the ids of all refs, also those of earlier seeds.
 * @throws SeedError with every value that cannot be stored, and the path of each.
 */
export function applySeed(context: Context, seed: ParsedSeed): Record<string, string> {
  return context.database.transaction(() => {
    if (seed.order_seed !== undefined) listOrder.set(context.database, String(seed.order_seed))
    const seeding = new Seeding(context)
    seed.organizations.forEach((organization, index) =>
      addOrganization(seeding, organization, `organizations.${index}`),
    )
    if (seeding.problems.length > 0) throw new SeedError(seeding.problems)
    return refs.all(context.database)
  })
}
