import { isSeatsError, SeatsError, type SeatsClient } from '@seats/core'
import { createCors } from './handler/cors.ts'
import type { Authorize } from './handler/Grant.ts'
import { isFromSameSite } from './handler/isFromSameSite.ts'
import { matchRoute } from './handler/matchRoute.ts'
import { readJson } from './handler/readJson.ts'
import { crossSite, notFound } from './handler/refusals.ts'
import { errorResponse, jsonResponse } from './handler/respond.ts'
import { serve } from './handler/serve.ts'
import { createUpstream } from './handler/Upstream.ts'

export interface SeatsHandlerOptions {
  /** A client with your organization's access token. */
  client: SeatsClient
  /** Who is asking, and what may they do? Called for everything but claims, whose invitation is their permission. */
  authorize: Authorize
  /** Where the handler is mounted, and the `baseURL` of the client in the browser: `/api/seats`. */
  basePath: string
  /** Other origins whose pages may call this one, cookies included: `https://app.example.com`. Default: none. */
  allowedOrigins?: readonly string[] | undefined
}

/** A web-standard request handler. */
export type SeatsHandler = (request: Request) => Promise<Response>

/**
 * Serves the seats API to your pages with your organization's token, which stays here. Each user reaches what
 * `authorize` grants and nothing else.
 *
 * An error that `authorize` throws is yours: it passes through, so that your framework sees it.
 *
 * @param options Polar's client, who may do what, and where the handler is mounted.
 * @returns `(request: Request) => Promise<Response>`, for any framework.
 * @throws SeatsError `ConfigurationError` for a `basePath` or an origin that cannot match anything.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { createSeatsHandler } from '@seats/server'
 *
 * const users = new Map([['session-1', { id: 'user-1', subscriptionId: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }]])
 *
 * export const handler = createSeatsHandler({
 *   client: createSeatsClient({ accessToken: () => 'polar_oat_…' }),
 *   basePath: '/api/seats',
 *   authorize: (request) => {
 *     const user = users.get(request.headers.get('cookie') ?? '')
 *     return user ? { actor: user.id, sources: [{ subscription_id: user.subscriptionId }] } : null
 *   },
 * })
 * ```
 */
export function createSeatsHandler(options: SeatsHandlerOptions): SeatsHandler {
  const { client, authorize, allowedOrigins = [] } = options
  const basePath = checkBasePath(options.basePath)
  const cors = createCors(allowedOrigins)

  const answer = async (request: Request) => {
    const url = new URL(request.url)
    if (!url.pathname.startsWith(`${basePath}/`)) throw notFound('Not Found')
    const route = matchRoute(request.method, url.pathname.slice(basePath.length))
    const isChange = request.method !== 'GET'
    if (isChange && !isFromSameSite(request, cors.allowedOrigins)) throw crossSite()
    const body = (isChange && (await readJson(request))) || {}
    const upstream = createUpstream(client)
    return serve({ request, route, query: url.searchParams, body, authorize, upstream })
  }

  return async (request) => {
    const preflight = cors.preflight(request)
    if (preflight) return preflight
    try {
      return cors.expose(request, jsonResponse(await answer(request)))
    } catch (error) {
      // What is set up wrongly is for the developer, not for the page.
      if (!isSeatsError(error) || error.code === 'ConfigurationError') throw error
      return cors.expose(request, errorResponse(error))
    }
  }
}

function checkBasePath(basePath: string): string {
  if (/^(\/[^/?#]+)*\/?$/.test(basePath)) return basePath.replace(/\/$/, '')
  throw new SeatsError({
    code: 'ConfigurationError',
    detail: `The basePath "${basePath}" is no path. Write where the handler is mounted, such as /api/seats.`,
  })
}
