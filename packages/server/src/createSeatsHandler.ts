import { createStreamSlots } from './events/createStreamSlots.ts'
import { announce, type News } from './handler/flow/announceNews.ts'
import { forTrail, startTrail, type AuditEvent } from './handler/audit/AuditEvent.ts'
import { createBudgets } from './handler/access/createBudgets.ts'
import { checkBasePath } from './handler/routes/checkBasePath.ts'
import { createCors } from './http/createCors.ts'
import { isFromSameSite } from './http/isFromSameSite.ts'
import type { RefusedSource } from './handler/flow/RequestContext.ts'
import { matchRoute, type Route } from './handler/routes/matchRoute.ts'
import { readJson } from './http/readJson.ts'
import { crossSite, failed, noSuchPath, PageLeft, Refusal } from './http/refusals.ts'
import { errorResponse } from './http/respond.ts'
import type { SeatsHandler, SeatsHandlerOptions } from './SeatsHandlerOptions.ts'
import { serve } from './handler/operations/serve.ts'
import { startUpstream } from './handler/polar/startUpstream.ts'
import { createReport } from './internal/createReport.ts'
import { defaultStore } from './store/defaultStore.ts'

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
  const { client, authorize, clientAddress, onAudit, store = defaultStore() } = options
  const report = createReport(options.onError)
  const basePath = checkBasePath(options.basePath)
  const cors = createCors(options.allowedOrigins ?? [])
  const budgets = createBudgets(store, options.ratePerMinute)
  const slots = createStreamSlots()

  const answer = async (request: Request, found: Found) => {
    const { route, query, trail } = found
    const upstream = startUpstream(client, report)
    const address = clientAddress?.(request) || undefined
    trail.address = address === undefined ? null : forTrail(address)
    if (!isFromSameSite(request, cors.allowedOrigins)) throw crossSite()
    const body = (request.method !== 'GET' && (await readJson(request))) || {}
    const asked = { request, route, query, body, address, trail }
    const parts = { authorize, upstream, budgets, store, slots, report }
    const refuse = (refused: RefusedSource) => void found.refused.push(refused)
    return serve({ ...asked, ...parts, refuse, announce: (news) => void (found.news = news) })
  }

  /** What a page is told of a failure; the operator is told what is theirs to repair. */
  const asRefusal = (error: unknown): Refusal => {
    const isForPage = error instanceof Refusal
    if (!isForPage || error.code === 'UpstreamRefused') report(error)
    return isForPage ? error : failed()
  }

  const audit = async ({ method }: Request, trail: AuditEvent, outcome: Response | Refusal) => {
    const code = outcome instanceof Refusal ? outcome.code : null
    if (outcome instanceof PageLeft) return outcome
    if (method !== 'GET' || code !== null) await onAudit?.({ ...trail, status: outcome.status ?? 500, code })
    return outcome
  }

  const respond = async (request: Request): Promise<Response> => {
    const found = find(request, basePath)
    const { trail } = found
    const outcome = await answer(request, found).catch(asRefusal)
    if (outcome instanceof Refusal && outcome.isAmbiguous && trail.source !== null) {
      found.news = { source: trail.source }
    }
    for (const { source, error } of found.refused) {
      await audit(request, { ...trail, source }, asRefusal(error)).catch(asRefusal)
    }
    const audited = await audit(request, trail, outcome).catch(asRefusal)
    // Last, since neither the audit nor the answer depends on it.
    if (found.news !== undefined) await announce(store, found.news, report)
    const response = audited instanceof Refusal ? errorResponse(audited) : audited
    if (budgets.policy !== undefined && !isClaim(found.route)) response.headers.set('ratelimit-policy', budgets.policy)
    return response
  }

  /** A page judges by Polar's time whether an invitation has expired, since its own clock may be wrong. */
  const withDate = (response: Response) => {
    response.headers.set('date', new Date(client.now()).toUTCString())
    return response
  }

  const handler = async (request: Request) =>
    cors.preflight(request) ??
    cors.expose(request, withDate(await respond(request).catch((error: unknown) => errorResponse(asRefusal(error)))))

  return Object.assign(handler, { close: () => slots.close() })
}

interface Found {
  route: Route
  query: URLSearchParams
  trail: AuditEvent
  /** Sources that were refused beside others that were not. */
  refused: RefusedSource[]
  /** What is to be told once the audit is. */
  news?: News
}

function find(request: Request, basePath: string): Found {
  const { pathname, searchParams: query } = new URL(request.url)
  if (!pathname.startsWith(`${basePath}/`)) throw noSuchPath()
  const route = matchRoute(request.method, pathname.slice(basePath.length))
  return { route, query, trail: startTrail(route), refused: [] }
}

/** Claims are on the budget of their address, which says nothing about a signed-in user's. */
const isClaim = ({ operation }: Route) => operation === 'getClaimInfo' || operation === 'claimSeat'
