import { parse } from '../../internal/parse.ts'
import { SeedError } from './SeedError.ts'
import { seedSchema, type ParsedSeed } from './seedSchema.ts'

/** Returns the seed with its defaults. @throws SeedError with every problem of its fields. */
export function parseSeed(input: unknown): ParsedSeed {
  const result = parse(seedSchema, input, '(seed)')
  if ('problems' in result) throw new SeedError(result.problems)
  return result.data
}
