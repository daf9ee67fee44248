import { nullable, text } from '../python/pydantic/checks.ts'
import type { Check } from '../python/pydantic/Failure.ts'
import { stripSpace } from '../python/text/stripSpace.ts'

/** A text, trimmed. A blank text counts as none. */
export const optionalText: Check<string | null> = (input) => {
  const value = nullable(text)(input)
  return typeof value === 'string' ? stripSpace(value) || null : value
}
