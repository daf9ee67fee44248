import { storableText, string } from '../python/pydantic/checks.ts'
import { Failure, type Check } from '../python/pydantic/Failure.ts'
import { codePoints } from '../python/text/codePoints.ts'
import { stripSpace } from '../python/text/stripSpace.ts'

const maxCharacters = 256

/** Checks and trims the name of a customer or member. Returns null for a blank name. */
export const personName: Check<string | null> = storableText((input) => {
  const value = string(input)
  if (value instanceof Failure) return value
  if (codePoints(value) > maxCharacters) {
    const msg = `String should have at most ${maxCharacters} characters`
    return new Failure('string_too_long', msg, value, { max_length: maxCharacters })
  }
  return stripSpace(value) || null
})
