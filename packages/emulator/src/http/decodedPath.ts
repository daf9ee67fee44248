const decoder = new TextDecoder()

/** A request's path as the routes see it: percent-decoded first, so that an encoded slash divides segments. */
export function decodedPath(request: Request): string {
  const start = request.url.indexOf('/', request.url.indexOf('//') + 2)
  const end = request.url.slice(start).search(/[?#]/)
  const path = end < 0 ? request.url.slice(start) : request.url.slice(start, start + end)
  if (!path.includes('%')) return path
  return path.replaceAll(/(?:%[0-9a-f]{2})+/gi, (encoded) =>
    decoder.decode(Buffer.from(encoded.replaceAll('%', ''), 'hex')),
  )
}
