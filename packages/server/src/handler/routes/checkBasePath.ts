import { SeatsError } from '@seats/core'

/** A router's pattern and what follows it: `/*`, `/:path*`, `/[...path]`. Such a text is in no request's path. */
const routePattern = /\/(:|[^/]*[*[\]]).*$/

/**
 * Returns the path without a slash at its end.
 *
 * @throws SeatsError `ConfigurationError` for a path that no request can have
 */
export function checkBasePath(basePath: string): string {
  const path = String(basePath)
  const isPath = /^(\/[^/?#]+)*\/?$/.test(path) && !/%(?![0-9a-f]{2})/i.test(path) && !routePattern.test(path)
  // Requests have paths as URLs write them: without dot segments, with blanks and other letters percent-encoded.
  if (isPath && new URL(`http://localhost${path || '/'}`).pathname === (path || '/')) return path.replace(/\/$/, '')
  throw new SeatsError({
    code: 'ConfigurationError',
    detail: `The basePath "${path}" can match no request. Write where the handler is mounted, as URLs have it: "${suggest(path)}".`,
  })
}

/** Returns the nearest path that requests can have. */
function suggest(path: string): string {
  const text = path
    .trim()
    .replace(routePattern, '')
    .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')
  const { pathname } = URL.canParse(text) ? new URL(text) : new URL(`http://localhost/${text}`)
  const plain = pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')
  return /^(\/undefined|\/null)?$/.test(plain) ? '/api/seats' : plain
}
