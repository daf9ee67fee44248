import * as z from 'zod/mini'
import { _default as withDefault } from 'zod/mini'

export const id = z.optional(z.uuid().check(z.toLowerCase()))
export const ref = z.optional(
  z.string().check(z.regex(/^[\w.-]+$/, 'Use letters, digits, dots, dashes and underscores.')),
)
export const nullableText = withDefault(z.nullable(z.string()), null)

/** Reads an ISO 8601 time into microseconds. */
export const instant = z.pipe(
  z.iso.datetime({ offset: true }),
  z.transform((text) => Date.parse(text) * 1000),
)
