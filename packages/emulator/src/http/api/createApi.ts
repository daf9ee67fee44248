import { Hono } from 'hono'
import type { Context } from '../../domain/context/Context.ts'
import type { Faults } from '../../faults/Faults.ts'
import { applyFault } from '../layers/applyFault.ts'
import { authenticate } from '../layers/authenticate.ts'
import type { Call } from '../answers/Call.ts'
import { claimRoutes } from '../routes/claimRoutes.ts'
import { cors } from '../layers/cors.ts'
import { customerRecordRoutes } from '../routes/customerRecordRoutes.ts'
import { customerRoutes } from '../routes/customerRoutes.ts'
import { decodedPath } from '../path/decodedPath.ts'
import { endpointRoutes } from '../routes/endpointRoutes.ts'
import type { Env } from '../answers/Env.ts'
import { errorAnswer } from '../answers/errorAnswer.ts'
import { limitBody } from '../layers/limitBody.ts'
import { limitRate } from '../layers/limitRate.ts'
import { memberRoutes } from '../routes/memberRoutes.ts'
import { organizationSettingsRoutes } from '../routes/organizationSettingsRoutes.ts'
import { organizationRoutes } from '../routes/organizationRoutes.ts'
import { portalGrantRoutes } from '../routes/portalGrantRoutes.ts'
import { portalMemberRoutes } from '../routes/portalMemberRoutes.ts'
import { portalRoutes } from '../routes/portalRoutes.ts'
import { portalUserRoutes } from '../routes/portalUserRoutes.ts'
import { deprecationNotice, rewrittenPath } from '../path/rewrittenPath.ts'
import { reply } from '../answers/reply.ts'
import { organizationSubscriptionRoutes, portalSubscriptionRoutes } from '../routes/subscriptionRoutes.ts'
import { unmatched } from '../layers/unmatched.ts'
import { webhookDeliveryRoutes } from '../routes/webhookDeliveryRoutes.ts'
import { checkVersion } from '../layers/checkVersion.ts'

type MaybeAsyncResponse = Response | Promise<Response>

/**
 * Creates the emulated API: the routes, and the layers before them in the real server's order, outermost first. The
 * layers are plain functions, because a chain of promises would take longer than the layers themselves.
 */
export function createApi(context: Context, faults: Faults, rateLimit: number | undefined) {
  const routes = createRoutes(context)
  const answerUnmatched = unmatched(routes)
  routes.notFound((c) => answerUnmatched(c.env))
  const limitCall = rateLimit === undefined ? undefined : limitRate(context, rateLimit)

  const proceed = (call: Call): MaybeAsyncResponse => {
    try {
      limitBody(call)
      const refusal = limitCall?.(call)
      if (refusal) return refusal
      call.subject = authenticate(context, call.request.headers.get('authorization'))
      call.headers['cache-control'] = 'private, no-store'
      // Hono would answer HEAD with the GET route. The real server has no route for HEAD.
      return call.request.method === 'HEAD' ? answerUnmatched(call) : routes.fetch(call.request, call)
    } catch (error) {
      return replyTo(call, error)
    }
  }

  const answer = (request: Request, address?: string): MaybeAsyncResponse => {
    const requestedPath = decodedPath(request.url)
    const path = rewrittenPath(requestedPath)
    // The `Date` is by the emulator's clock, because clients use it to find out whether an invitation has expired.
    const headers = { date: new Date(context.clock.now() / 1000).toUTCString() }
    const call: Call = { request, path, address, headers, subject: { kind: 'anonymous' } }
    const earlyAnswer = checkVersion(call) ?? cors(call)
    if (earlyAnswer) return earlyAnswer
    if (path !== requestedPath) call.headers['x-polar-deprecation-notice'] = deprecationNotice
    // Faults come after CORS, so that a browser can read the answer of a fault.
    const fault = faults.take(request.method, call.path)
    return fault ? applyFault(fault, call, context, (request) => proceed({ ...call, request })) : proceed(call)
  }
  return { answer, routes: routes.routes }
}

function createRoutes(context: Context): Hono<Env> {
  const routes = new Hono<Env>({
    getPath: (request, { env } = {}) => (env as Call | undefined)?.path ?? decodedPath(request.url),
  })
  organizationRoutes(routes, context)
  organizationSettingsRoutes(routes, context)
  organizationSubscriptionRoutes(routes, context)
  memberRoutes(routes, context)
  customerRoutes(routes, context)
  customerRecordRoutes(routes, context)
  endpointRoutes(routes, context)
  webhookDeliveryRoutes(routes, context)
  portalUserRoutes(routes, context)
  portalRoutes(routes, context)
  portalSubscriptionRoutes(routes, context)
  portalMemberRoutes(routes, context)
  portalGrantRoutes(routes, context)
  claimRoutes(routes, context)
  routes.onError((error, c) => replyTo(c.env, error))
  return routes
}

function replyTo(call: Call, error: unknown): Response {
  const answer = errorAnswer(error)
  if (!answer) throw error
  return reply(call, answer)
}
