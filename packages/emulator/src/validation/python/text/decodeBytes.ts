const decoders = {
  'utf-8': new TextDecoder('utf-8', { fatal: true }),
  'utf-16le': new TextDecoder('utf-16le', { fatal: true }),
  'utf-16be': new TextDecoder('utf-16be', { fatal: true }),
}

type Encoding = keyof typeof decoders | 'utf-32le' | 'utf-32be'

/**
 * Decodes a JSON document. Its encoding is detected by the first bytes, like in Python.
 * @throws TypeError or RangeError if the bytes are wrong in that encoding.
 */
export function decodeBytes(bytes: Uint8Array): string {
  const encoding = detectEncoding(bytes)
  if (encoding === 'utf-32le' || encoding === 'utf-32be') return decodeUtf32(bytes, encoding === 'utf-32le')
  return decoders[encoding].decode(bytes)
}

function detectEncoding(bytes: Uint8Array): Encoding {
  const [a, b, c, d] = bytes
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  if (a === 0xfe && b === 0xff) return 'utf-16be'
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'utf-32be'
  if (bytes.length >= 4) {
    if (a === 0) return b === 0 ? 'utf-32be' : 'utf-16be'
    if (b === 0) return c === 0 && d === 0 ? 'utf-32le' : 'utf-16le'
  } else if (bytes.length === 2) {
    if (a === 0) return 'utf-16be'
    if (b === 0) return 'utf-16le'
  }
  return 'utf-8'
}

function decodeUtf32(bytes: Uint8Array, littleEndian: boolean): string {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const characters: string[] = []
  for (let index = 0; index < bytes.length; index += 4) {
    characters.push(String.fromCodePoint(view.getUint32(index, littleEndian)))
  }
  return characters.join('').replace(/^\ufeff/, '')
}
