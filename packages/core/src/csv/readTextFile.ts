/**
 * Reads the text of a file, so that a page can show it before people are invited. Reads UTF-8 and UTF-16, with or
 * without a byte order mark. For any other encoding, the letters outside of ASCII are unknown. Replaces them in
 * addresses with `\uFFFD`.
 *
 * @example
 * ```ts
 * import { parseRecipients, readTextFile } from '@seats/core/csv'
 *
 * async function preview(file: File) {
 *   const text = await readTextFile(file)
 *   return { text, ...parseRecipients(text) }
 * }
 * ```
 */
export async function readTextFile(file: Blob): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer())
  const utf16 = utf16Of(bytes)
  if (utf16 !== undefined) return new TextDecoder(utf16).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows(bytes)
  }
}

function utf16Of(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // An address has ASCII letters. In UTF-16, every other byte of them is zero. Text in UTF-8 has no zero bytes.
  const zeros = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeros[index % 2] = (zeros[index % 2] ?? 0) + 1
  const [even = 0, odd = 0] = zeros
  if (even === 0 && odd === 0) return undefined
  return odd > even ? 'utf-16le' : 'utf-16be'
}

/** Decodes headers and names as Windows-1252, which is often right. Replaces such letters in addresses. */
function decodeWindows(bytes: Uint8Array): string {
  const words = new TextDecoder('windows-1252').decode(bytes).split(/([\s,;|<>"]+)/)
  return words.map((word) => (word.includes('@') ? word.replaceAll(/[^\0-\x7f]/g, '\uFFFD') : word)).join('')
}
