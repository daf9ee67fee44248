import { SeedError } from './SeedError.ts'
import { seedSchema, type ParsedSeed } from './seedSchema.ts'

/** @throws SeedError with every problem of the seed's shape. */
export function parseSeed(input: unknown): ParsedSeed {
  const result = seedSchema.safeParse(input)
  if (result.success) return result.data
  throw new SeedError(
    result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.') || '(seed)', message })),
  )
}
