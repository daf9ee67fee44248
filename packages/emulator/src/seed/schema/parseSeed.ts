import { parse } from '../../internal/parse.ts'
import { SeedError } from './SeedError.ts'
import { seedSchema, type ParsedSeed } from './seedSchema.ts'

/** @throws SeedError with every problem of the seed's shape. */
export function parseSeed(input: unknown): ParsedSeed {
  const result = parse(seedSchema, input, '(seed)')
  if ('problems' in result) throw new SeedError(result.problems)
  return result.data
}
