import { storableText, string } from './checks.ts'
import { codePoints } from '../text/codePoints.ts'
import { EmailSyntaxError } from '../email/EmailSyntaxError.ts'
import { validateEmail } from '../email/validateEmail.ts'
import { Failure, type Check } from './Failure.ts'
import { stripSpace } from '../text/stripSpace.ts'

const maxCharacters = 2048
const space = String.raw`[\t-\r\x1c-\x20\x85\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000]`
const nameCharacter = String.raw`[\p{L}\p{N}_!#$%&'*+\-/=?^\x60{|}~]`
/** Matches `Name <address>`. The name may be quoted or missing. */
const namedAddress = new RegExp(
  `^${space}*(?:(?:${nameCharacter}+${space}+)*${nameCharacter}+|"(?:[^"]|")+")?${space}*<(.+)>${space}*$`,
  'u',
)

const invalid = (input: string, reason: string) =>
  new Failure('value_error', `value is not a valid email address: ${reason}`, input, { reason })

/** Reads an email like pydantic: trims the text, and takes the address out of `Name <address>`. */
export const email: Check<string> = storableText((input) => {
  const text = string(input)
  if (text instanceof Failure) return text
  if (codePoints(text) > maxCharacters) return invalid(text, `Length must not exceed ${maxCharacters} characters`)
  try {
    const address = stripSpace(namedAddress.exec(text)?.[1] ?? text)
    if (/[\r\n]/.test(address)) return invalid(text, 'Carriage return and line feed characters are not allowed')
    return validateEmail(address)
  } catch (error) {
    if (error instanceof EmailSyntaxError) return invalid(text, error.message)
    throw error
  }
})
