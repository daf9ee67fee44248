import { isEmailAddress } from '../internal/isEmailAddress.ts'
import type { RecipientRow } from './parseRecipients.ts'

/** Pasted addresses. */
export function readLines(text: string): RecipientRow[] {
  return text
    .split('\n')
    .map((line, index) => readLine(line.trim(), index + 1))
    .filter((row) => row !== undefined)
}

function readLine(text: string, line: number): RecipientRow | undefined {
  if (!/[^\s,;"]/.test(text)) return undefined
  const addresses = addressesIn(text)
  const wrong = addresses.find((address) => !isEmailAddress(address))
  if (wrong !== undefined) {
    return { line, text, recipients: [], reason: `${JSON.stringify(wrong)} is not an email address.` }
  }
  if (addresses.length === 0) return { line, text, recipients: [], reason: 'There is no email address in this line.' }
  return { line, text, recipients: addresses.map((email) => ({ email })) }
}

/** Everything with an @ in it: between angle brackets, or by itself. */
function addressesIn(text: string): string[] {
  // A quoted name can hold anything (`"Lovelace, Ada" <ada@example.com>`), a quoted cell holds an address.
  const unquoted = text.replaceAll(/"([^"]*)"/g, (_, inside: string) => (inside.includes('@') ? ` ${inside} ` : ' '))
  return unquoted
    .split(/[,;\t]/)
    .flatMap((piece) =>
      // Every second part is what stood in brackets.
      piece.split(/<([^<>]*)>/).flatMap((part, index) => (index % 2 === 1 ? [part.trim()] : wordsWithAt(part))),
    )
    .map((address) => address.replace(/^['"]*(?:mailto:)?/i, '').replace(/['"]+$/, ''))
    .filter((address) => address !== '')
}

const wordsWithAt = (text: string) => text.split(/\s+/).filter((word) => word.includes('@'))
