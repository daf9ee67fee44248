const decoder = new TextDecoder()

/**
 * Returns the path of a URL as routes see it. The path is percent-decoded before it is split, so an encoded slash
 * divides segments too.
 */
export function decodedPath(url: string): string {
  const start = url.indexOf('/', url.indexOf('//') + 2)
  const end = url.slice(start).search(/[?#]/)
  const path = end < 0 ? url.slice(start) : url.slice(start, start + end)
  if (!path.includes('%')) return path
  return path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) =>
    decoder.decode(Buffer.from(encoded.replaceAll('%', ''), 'hex')),
  )
}
