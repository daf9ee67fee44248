import { isSeatsError, SeatsError, type CustomerSeat } from '@seats/core'
import { createStreamSlots } from './events/createStreamSlots.ts'
import { publishSeat } from './events/SeatsEvent.ts'
import { startTrail, type AuditEvent } from './handler/AuditEvent.ts'
import { createBudgets, type Spend } from './handler/budgets.ts'
import { createCors } from './handler/cors.ts'
import { isFromSameSite } from './handler/isFromSameSite.ts'
import { matchRoute, type Route } from './handler/matchRoute.ts'
import { readJson } from './handler/readJson.ts'
import { crossSite, failed, noSuchPath } from './handler/refusals.ts'
import { errorResponse } from './handler/respond.ts'
import type { SeatsHandler, SeatsHandlerOptions } from './handler/SeatsHandlerOptions.ts'
import { serve } from './handler/serve.ts'
import { createUpstream } from './handler/Upstream.ts'
import { reportError } from './internal/reportError.ts'
import { defaultStore } from './store/defaultStore.ts'
import { rememberOccupant } from './webhooks/occupantMemory.ts'

/**
 * Serves the seats API to your pages with your organization's token, which stays here. Each user reaches what
 * `authorize` grants and nothing else.
 *
 * What your callbacks throw is answered with a plain 500 and given to `onError`.
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
  const { client, authorize, clientAddress, onAudit, store = defaultStore(), onError = reportError } = options
  const basePath = checkBasePath(options.basePath)
  const cors = createCors(options.allowedOrigins ?? [])
  const budgets = createBudgets(store, options.ratePerMinute)
  const slots = createStreamSlots()
  const upstream = (spend: Spend) => createUpstream(client, spend)

  const announce = async (seat: CustomerSeat) => {
    try {
      await rememberOccupant(store, seat)
      await publishSeat(store, seat)
    } catch (error) {
      onError(error)
    }
  }

  const answer = async (request: Request, { route, query, trail }: Found) => {
    const address = clientAddress?.(request) || undefined
    trail.address = address ?? null
    if (!isFromSameSite(request, cors.allowedOrigins)) throw crossSite()
    const body = (request.method !== 'GET' && (await readJson(request))) || {}
    return serve({ request, route, query, body, authorize, upstream, budgets, address, store, slots, announce, trail })
  }

  /** What a page is told of a failure; the operator is told what is theirs to repair. */
  const asRefusal = (error: unknown): SeatsError => {
    const isForPage = isSeatsError(error) && error.status !== undefined
    if (!isForPage || error.code === 'UpstreamRefused') onError(error)
    return isForPage ? error : failed()
  }

  const respond = async (request: Request): Promise<Response> => {
    const found = find(request, basePath)
    const outcome = await answer(request, found).catch(asRefusal)
    const code = outcome instanceof Response ? null : outcome.code
    if (request.method !== 'GET' || code !== null) {
      await onAudit?.({ ...found.trail, status: outcome.status ?? 500, code })
    }
    return outcome instanceof Response ? outcome : errorResponse(outcome)
  }

  const handler = async (request: Request) =>
    cors.preflight(request) ??
    cors.expose(request, await respond(request).catch((error: unknown) => errorResponse(asRefusal(error))))

  return Object.assign(handler, { close: () => slots.close() })
}

interface Found {
  route: Route
  query: URLSearchParams
  trail: AuditEvent
}

function find(request: Request, basePath: string): Found {
  const { pathname, searchParams: query } = new URL(request.url)
  if (!pathname.startsWith(`${basePath}/`)) throw noSuchPath()
  const route = matchRoute(request.method, pathname.slice(basePath.length))
  return { route, query, trail: startTrail(route) }
}

function checkBasePath(basePath: string): string {
  if (/^(\/[^/?#]+)*\/?$/.test(basePath)) return basePath.replace(/\/$/, '')
  throw new SeatsError({
    code: 'ConfigurationError',
    detail: `The basePath "${basePath}" is no path. Write where the handler is mounted, such as /api/seats.`,
  })
}
