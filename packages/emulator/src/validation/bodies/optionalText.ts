import { nullable, text } from '../python/pydantic/checks.ts'
import type { Check } from '../python/pydantic/Failure.ts'
import { stripSpace } from '../python/text/stripSpace.ts'

/** Checks and trims a text. Returns null for a blank text. */
export const optionalText: Check<string | null> = (input) => {
  const value = nullable(text)(input)
  return typeof value === 'string' ? stripSpace(value) || null : value
}
