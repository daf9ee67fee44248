/**
 * Reads the text of a file, so that a page can show it before people are invited. Reads UTF-8 and UTF-16, with or
 * without a byte order mark. Other encodings are unknown: in addresses, `\uFFFD` replaces each letter outside of ASCII.
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
  const encoding = findUtf16(bytes)
  if (encoding !== undefined) return new TextDecoder(encoding).decode(bytes)
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
  } catch {
    return decodeWindows1252(bytes)
  }
}

function findUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const [first, second] = bytes
  if (first === 0xff && second === 0xfe) return 'utf-16le'
  if (first === 0xfe && second === 0xff) return 'utf-16be'
  // In UTF-16, one of the two bytes of an ASCII letter is zero, and each address has such letters. UTF-8 has no zero
  // bytes.
  const zeroCounts = [0, 0]
  for (const [index, byte] of bytes.entries()) if (byte === 0) zeroCounts[index % 2] = (zeroCounts[index % 2] ?? 0) + 1
  const [evenCount = 0, oddCount = 0] = zeroCounts
  if (evenCount === 0 && oddCount === 0) return undefined
  return oddCount > evenCount ? 'utf-16le' : 'utf-16be'
}

/**
 * Decodes headers and names as Windows-1252, which is often right. In addresses this would be a guess, so `\uFFFD`
 * replaces letters outside of ASCII there.
 */
function decodeWindows1252(bytes: Uint8Array): string {
  const words = new TextDecoder('windows-1252').decode(bytes).split(/([\s,;|<>"]+)/)
  return words.map((word) => (word.includes('@') ? word.replaceAll(/[^\0-\x7f]/g, '\uFFFD') : word)).join('')
}
