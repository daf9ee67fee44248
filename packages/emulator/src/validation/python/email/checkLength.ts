import { codePoints } from '../text/codePoints.ts'
import { tooManyText } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

const maxBytes = 254

/** @throws EmailSyntaxError if an email is too long in UTF-8: as typed, as stored, or with its domain in ASCII. */
export function checkLength(typedAddress: string, normalizedAddress: string, asciiAddress: string): void {
  const excessBytes = (text: string) => Buffer.byteLength(text) - maxBytes
  if (excessBytes(typedAddress) > 0)
    throw tooLong(
      excessBytes(typedAddress) === codePoints(typedAddress) - maxBytes
        ? tooManyText(codePoints(typedAddress), maxBytes)
        : tooManyCharacters(typedAddress),
    )
  if (excessBytes(normalizedAddress) > 0)
    throw tooLong(`after normalization ${tooManyBytes(excessBytes(normalizedAddress))}`)
  if (excessBytes(asciiAddress) > 0)
    throw tooLong(
      `when the part after the @-sign is converted to IDNA ASCII ${tooManyBytes(excessBytes(asciiAddress))}`,
    )
}

const tooLong = (reason: string) => new EmailSyntaxError(`The email address is too long ${reason}.`)

const tooManyBytes = (count: number) => `(${count} byte${count > 1 ? 's' : ''} too many)`

/** Returns a text with the smallest and the largest number of characters that can be too many. */
function tooManyCharacters(text: string): string {
  const maxCount = Buffer.byteLength(text) - maxBytes
  const widestBytes = Math.max(...[...text].map((character) => Buffer.byteLength(character)))
  const minCount = Math.max(1, Math.floor(maxCount / widestBytes))
  return `(${minCount === maxCount ? maxCount : `${minCount}-${maxCount}`} character${maxCount > 1 ? 's' : ''} too many)`
}
