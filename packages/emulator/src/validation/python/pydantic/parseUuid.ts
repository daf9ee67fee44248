const maxCharacters = 'urn:uuid:00000000-0000-0000-0000-000000000000'.length
const urn = 'urn:uuid:'
const groupLengths = [8, 4, 4, 4, 12]

type Format = 'any' | 'simple' | 'hyphenated' | 'wrapped'
export type ParsedUuid = { uuid: string } | { error: string }

/**
 * Reads a UUID in the forms of Rust's `uuid` crate, which pydantic uses: plain, without dashes, in braces or as a
 * URN. The messages count UTF-8 bytes from 0.
 */
export function parseUuid(text: string): ParsedUuid {
  const length = Buffer.byteLength(text)
  if (length === 32) return parse(text, 'simple')
  if (length === 36) return parse(text, 'hyphenated')
  const inner = unwrap(text)
  if (inner !== undefined && Buffer.byteLength(inner.text) === 36) return parse(inner.text, 'hyphenated')
  return { error: explainInvalid(text, 'any') }
}

function parse(text: string, format: 'simple' | 'hyphenated'): ParsedUuid {
  const pattern =
    format === 'simple'
      ? /^([\da-f]{8})([\da-f]{4})([\da-f]{4})([\da-f]{4})([\da-f]{12})$/i
      : /^([\da-f]{8})-([\da-f]{4})-([\da-f]{4})-([\da-f]{4})-([\da-f]{12})$/i
  const groups = pattern.exec(text)
  return groups ? { uuid: groups.slice(1).join('-').toLowerCase() } : { error: explainInvalid(text, format) }
}

function unwrap(text: string): { text: string; start: number } | undefined {
  if (text.length > 1 && text.startsWith('{') && text.endsWith('}')) return { text: text.slice(1, -1), start: 1 }
  return text.startsWith(urn) ? { text: text.slice(urn.length), start: urn.length } : undefined
}

function explainInvalid(whole: string, allowedFormat: Format): string {
  const length = Buffer.byteLength(whole)
  if (length === 0 || length > maxCharacters) return `invalid length: found ${length}`
  const wrapped = allowedFormat === 'any' ? unwrap(whole) : undefined
  const { text, start } = wrapped ?? { text: whole, start: 0 }
  let format: Format = wrapped ? 'wrapped' : allowedFormat
  let position = 0
  const hyphens: number[] = []
  for (const character of text) {
    if (character === '-' && format !== 'simple') {
      if (format === 'any') format = 'hyphenated'
      hyphens.push(position)
    } else if (!/[\da-f]/i.test(character)) {
      return `invalid character: found \`${character}\` at ${position + start}`
    }
    position += Buffer.byteLength(character)
  }
  if (format === 'any' || format === 'simple') return `invalid length: found ${length}`
  if (hyphens.length !== 4) return `invalid group count: expected 5, found ${hyphens.length + 1}`
  return groupError(hyphens, length)
}

/**
 * Returns the message for the first group of the wrong length. The last group is measured from its expected start to
 * the end of the text.
 */
function groupError(hyphens: readonly number[], length: number): string {
  let start = 0
  for (const [group, expected] of groupLengths.entries()) {
    const found = (hyphens[group] ?? length) - start
    if (found !== expected || group === 4) {
      return `invalid group length in group ${group}: expected ${expected}, found ${found}`
    }
    start += expected + 1
  }
  throw new Error('No group of the UUID is wrong')
}
