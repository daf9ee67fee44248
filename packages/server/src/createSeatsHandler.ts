import { createSeatGate } from './createSeatGate.ts'
import { createStreamSlots } from './events/createStreamSlots.ts'
import { createBudgets } from './handler/access/createBudgets.ts'
import { createProration } from './handler/access/ProrationOption.ts'
import type { AuditEvent } from './handler/audit/AuditEvent.ts'
import { cleanText } from './handler/audit/cleanText.ts'
import { startAudit } from './handler/audit/startAudit.ts'
import { announce, type Announcement } from './handler/flow/announce.ts'
import type { Outcome } from './handler/flow/Outcome.ts'
import { withFindings } from './handler/flow/withFindings.ts'
import { operations } from './handler/operations/operations.ts'
import { purchaseTimeoutMs, requestTimeoutMs, startUpstream } from './handler/polar/startUpstream.ts'
import { checkBasePath } from './handler/routes/checkBasePath.ts'
import { matchRoute, type Route } from './handler/routes/matchRoute.ts'
import { createCors } from './http/createCors.ts'
import { isFromAllowedOrigin } from './http/isFromAllowedOrigin.ts'
import { readJson } from './http/readJson.ts'
import { crossSite, failed, noSuchPath, PageLeft, Refusal } from './http/refusals.ts'
import { errorResponse } from './http/responses.ts'
import { createErrorReporter } from './internal/createErrorReporter.ts'
import { createStoredIndex } from './rosterIndex/createStoredIndex.ts'
import { checkIndexMaxAge } from './handler/access/checkIndexMaxAge.ts'
import type { SeatsHandler, SeatsHandlerOptions } from './SeatsHandlerOptions.ts'
import { defaultStore } from './store/defaultStore.ts'

/**
 * Creates a handler that serves the seats API to your pages. It calls Polar with your organization's token, which no
 * browser gets. Each user reaches only what `authorize` grants.
 *
 * If one of your callbacks throws, the page gets a plain 500 and `onError` gets the error.
 *
 * @param options The client for Polar, the function that grants access, and the path where the handler is mounted.
 * @returns `(request: Request) => Promise<Response>`, which fits every framework, with a method `close`.
 * @throws SeatsError `ConfigurationError` if `basePath` or an origin cannot match any request, or if another option is
 * not valid.
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
  const report = createErrorReporter(options.onError)
  const basePath = checkBasePath(options.basePath)
  const cors = createCors(options.allowedOrigins ?? [])
  const budgets = createBudgets(store, options.ratePerMinute)
  const proration = createProration(options.proration)
  const slots = createStreamSlots()
  const index = createStoredIndex(store)
  const gate = createSeatGate({ client, store, whenUnknown: 'deny', onError: report })
  const indexMaxAgeMs = checkIndexMaxAge(options.indexMaxAge) * 1000

  const runOperation = async (request: Request, route: Route): Promise<Outcome> => {
    const limitMs = route.endpoint === 'updateSeatCount' ? purchaseTimeoutMs : requestTimeoutMs
    const { upstreamFor, hasChanged } = startUpstream(client, report, limitMs)
    const ipAddress = clientAddress?.(request) || undefined
    const address = ipAddress === undefined ? null : cleanText(ipAddress)
    const outcome = await withFindings({ audit: { address } }, async () => {
      if (!isFromAllowedOrigin(request, cors.allowedOrigins)) throw crossSite()
      const body = (request.method !== 'GET' && (await readJson(request))) || {}
      const query = new URL(request.url).searchParams
      const context = {
        request,
        route,
        query,
        body,
        ipAddress,
        authorize,
        upstreamFor,
        budgets,
        proration,
        store,
        index,
        indexMaxAgeMs,
        gate,
        slots,
      }
      return operations[route.endpoint]({ ...context, report })
    })
    return { ...outcome, isChanged: hasChanged() }
  }

  /**
   * Returns the error for the page. Also tells the operator about an error that only the operator can repair.
   *
   * @param isChanged Whether a change may have been made at Polar before the error.
   */
  const toRefusal = (error: unknown, isChanged = false): Refusal => {
    const isForPage = error instanceof Refusal
    if (!isForPage || error.code === 'UpstreamRefused') report(error)
    return isForPage ? error : failed(isChanged)
  }

  /** Calls `onAudit` for a change or an error. Resolves with the answer, or with a plain 500 if `onAudit` fails. */
  const audit = async (
    event: AuditEvent,
    isChangeRequest: boolean,
    answer: Response | Refusal,
    isChanged = false,
  ): Promise<Response | Refusal> => {
    const code = answer instanceof Refusal ? answer.code : null
    const isAudited = !(answer instanceof PageLeft) && (isChangeRequest || code !== null)
    try {
      if (isAudited) await onAudit?.({ ...event, status: answer.status ?? 500, code })
      return answer
    } catch (error) {
      return toRefusal(error, isChanged || (answer instanceof Refusal && answer.isAmbiguous))
    }
  }

  const answerRequest = async (request: Request): Promise<Response> => {
    const route = findRoute(request, basePath)
    const isChangeRequest = request.method !== 'GET' && route.endpoint !== 'previewSeatCount'
    const outcome = await withFindings({}, () => runOperation(request, route))
    const event = { ...startAudit(route), ...outcome.audit }
    const answer = 'error' in outcome ? toRefusal(outcome.error, outcome.isChanged) : outcome.response
    for (const { source, error } of outcome.refusedSources ?? []) {
      await audit({ ...event, source }, isChangeRequest, toRefusal(error))
    }
    const auditedAnswer = await audit(event, isChangeRequest, answer, outcome.isChanged)
    // The change is published after the audit. If publishing fails, the audit and the answer stay as they are.
    const announcement = announcementOf(outcome, answer, event)
    if (announcement !== undefined) await announce(store, index, announcement, report)
    const response = auditedAnswer instanceof Refusal ? errorResponse(auditedAnswer) : auditedAnswer
    if (budgets.policy !== undefined && !isClaim(route)) response.headers.set('ratelimit-policy', budgets.policy)
    return response
  }

  /**
   * Adds Polar's time to a response. A page needs that time to judge whether an invitation has expired, because the
   * browser's clock may be wrong.
   */
  const withDate = (response: Response) => {
    response.headers.set('date', new Date(client.now()).toUTCString())
    return response
  }

  const handler = async (request: Request) =>
    cors.preflight(request) ??
    cors.expose(
      request,
      withDate(await answerRequest(request).catch((error: unknown) => errorResponse(toRefusal(error)))),
    )

  return Object.assign(handler, { close: () => slots.close() })
}

function findRoute(request: Request, basePath: string): Route {
  const { pathname } = new URL(request.url)
  if (!pathname.startsWith(`${basePath}/`)) throw noSuchPath()
  return matchRoute(request.method, pathname.slice(basePath.length))
}

/**
 * Returns the announcement to live streams, if there is one. If it is unknown whether a change was made, the
 * announcement says that the roster must be read again.
 */
function announcementOf(
  { announcement }: Outcome,
  answer: Response | Refusal,
  { source }: AuditEvent,
): Announcement | undefined {
  const isAmbiguous = answer instanceof Refusal && answer.isAmbiguous
  return isAmbiguous && source !== null ? { source } : announcement
}

/**
 * Returns whether a request is about an invitation. Its answer does not get the header `RateLimit-Policy`, which
 * describes the budget of a user: such a request spends the budget of an IP address.
 */
const isClaim = ({ operation }: Route) => operation === 'getClaimInfo' || operation === 'claimSeat'
