import type * as z from 'zod'
import { InputError } from './InputError.ts'

/** @throws InputError with every problem of the input. */
export function parseInput<Output>(schema: z.ZodType<Output>, input: unknown): Output {
  const result = schema.safeParse(input)
  if (result.success) return result.data
  throw new InputError(
    422,
    result.error.issues.map(({ path, message }) => ({ path: path.map(String).join('.') || '(body)', message })),
  )
}
