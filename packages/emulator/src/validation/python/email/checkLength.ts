import { codePoints } from '../text/codePoints.ts'
import { tooMany } from './characters.ts'
import { EmailSyntaxError } from './EmailSyntaxError.ts'

const longest = 254

/** Refuses an address whose UTF-8 is too long as it was typed, as it is kept, or as it is sent. */
export function checkLength(typed: string, kept: string, sent: string): void {
  const over = (text: string) => Buffer.byteLength(text) - longest
  if (over(typed) > 0)
    throw tooLong(over(typed) === codePoints(typed) - longest ? tooMany(codePoints(typed), longest) : range(typed))
  if (over(kept) > 0) throw tooLong(`after normalization ${bytes(over(kept))}`)
  if (over(sent) > 0) throw tooLong(`when the part after the @-sign is converted to IDNA ASCII ${bytes(over(sent))}`)
}

const tooLong = (reason: string) => new EmailSyntaxError(`The email address is too long ${reason}.`)

const bytes = (count: number) => `(${count} byte${count > 1 ? 's' : ''} too many)`

/** Between the fewest characters that could be too many and the most. */
function range(text: string): string {
  const most = Buffer.byteLength(text) - longest
  const widest = Math.max(...[...text].map((character) => Buffer.byteLength(character)))
  const fewest = Math.max(1, Math.floor(most / widest))
  return `(${fewest === most ? most : `${fewest}-${most}`} character${most > 1 ? 's' : ''} too many)`
}
