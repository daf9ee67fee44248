import { codePoints } from '../text/codePoints.ts'
import { tooMany } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

const maxBytes = 254

/** @throws EmailSyntaxError if the UTF-8 of an email is too long as typed, as stored, or as sent. */
export function checkLength(typed: string, kept: string, sent: string): void {
  const over = (text: string) => Buffer.byteLength(text) - maxBytes
  if (over(typed) > 0)
    throw tooLong(over(typed) === codePoints(typed) - maxBytes ? tooMany(codePoints(typed), maxBytes) : range(typed))
  if (over(kept) > 0) throw tooLong(`after normalization ${bytes(over(kept))}`)
  if (over(sent) > 0) throw tooLong(`when the part after the @-sign is converted to IDNA ASCII ${bytes(over(sent))}`)
}

const tooLong = (reason: string) => new EmailSyntaxError(`The email address is too long ${reason}.`)

const bytes = (count: number) => `(${count} byte${count > 1 ? 's' : ''} too many)`

/** Returns the numbers of characters that are certainly too many and possibly too many. */
function range(text: string): string {
  const most = Buffer.byteLength(text) - maxBytes
  const widest = Math.max(...[...text].map((character) => Buffer.byteLength(character)))
  const fewest = Math.max(1, Math.floor(most / widest))
  return `(${fewest === most ? most : `${fewest}-${most}`} character${most > 1 ? 's' : ''} too many)`
}
