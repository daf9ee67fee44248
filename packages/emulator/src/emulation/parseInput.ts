import type { ZodMiniType } from 'zod/mini'
import { parse } from '../internal/parse.ts'
import { InputError } from './InputError.ts'

/** Returns the parsed input. @throws InputError with every problem of the input. */
export function parseInput<Output>(schema: ZodMiniType<Output>, input: unknown): Output {
  const result = parse(schema, input, '(body)')
  if ('problems' in result) throw new InputError(422, result.problems)
  return result.data
}
