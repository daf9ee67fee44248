import { misconfigured } from '../../internal/misconfigured.ts'

/**
 * Matches a router's pattern, such as `/*`, `/:path*` or `/[...path]`, and everything after it. The path of a request
 * has no such pattern.
 */
const routePattern = /\/(:|[^/]*[*[\]]).*$/

/**
 * Returns the base path without a slash at its end.
 *
 * @throws SeatsError `ConfigurationError` if no request can have this path.
 */
export function checkBasePath(basePath: string): string {
  const path = String(basePath)
  const isPath = /^(\/[^/?#]+)*\/?$/.test(path) && !/%(?![0-9a-f]{2})/i.test(path) && !routePattern.test(path)
  // The path of a request is normalized: it has no segments `.` and `..`, and blanks and non-ASCII letters are
  // percent-encoded.
  if (isPath && new URL(`http://localhost${path || '/'}`).pathname === (path || '/')) return path.replace(/\/$/, '')
  throw misconfigured(
    `The basePath "${path}" cannot match any request. Write the path where the handler is mounted as it stands in a URL: "${suggestPath(path)}".`,
  )
}

/** Returns a similar path that a request can have. The error suggests it. */
function suggestPath(path: string): string {
  const text = path
    .trim()
    .replace(routePattern, '')
    .replaceAll(/%(?![0-9a-f]{2})/gi, '%25')
  const { pathname } = URL.canParse(text) ? new URL(text) : new URL(`http://localhost/${text}`)
  const normalizedPath = pathname.replaceAll(/\/{2,}/g, '/').replace(/\/$/, '')
  return /^(\/undefined|\/null)?$/.test(normalizedPath) ? '/api/seats' : normalizedPath
}
