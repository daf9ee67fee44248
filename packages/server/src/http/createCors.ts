import { checkOrigins } from './checkOrigins.ts'

export interface Cors {
  allowedOrigins: ReadonlySet<string>
  /** Returns the answer to a preflight request of an allowed origin, and `undefined` for any other request. */
  preflight(request: Request): Response | undefined
  /** Adds the headers that let an allowed origin read the answer. */
  expose(request: Request, response: Response): Response
}

/**
 * Creates the rules for pages on other origins.
 *
 * @throws SeatsError `ConfigurationError` if an origin is not one that browsers send. `*` is not allowed, because it
 * would let every page read the seats.
 */
export function createCors(origins: readonly string[]): Cors {
  checkOrigins(origins)
  const allowedOrigins = new Set(origins)
  const isAllowed = (request: Request) => allowedOrigins.has(request.headers.get('origin') ?? '')
  const expose = (request: Request, response: Response) => {
    if (allowedOrigins.size > 0) response.headers.append('vary', 'origin')
    if (!isAllowed(request)) return response
    response.headers.set('access-control-allow-origin', request.headers.get('origin') ?? '')
    response.headers.set('access-control-allow-credentials', 'true')
    response.headers.set('access-control-expose-headers', 'date, retry-after, ratelimit-policy')
    return response
  }
  return {
    allowedOrigins,
    expose,
    preflight(request) {
      if (request.method !== 'OPTIONS' || !isAllowed(request)) return undefined
      const headers = {
        'access-control-allow-methods': 'GET, POST, PATCH, DELETE',
        'access-control-allow-headers': 'authorization, content-type, polar-version, seats-occupant',
        'access-control-max-age': '600',
      }
      return expose(request, new Response(null, { status: 204, headers }))
    },
  }
}
