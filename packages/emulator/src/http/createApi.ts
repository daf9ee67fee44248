import { Hono } from 'hono'
import type { Context as Rules } from '../domain/Context.ts'
import type { Faults } from '../faults/Faults.ts'
import { applyFault } from './applyFault.ts'
import { authenticate } from './authenticate.ts'
import { cors } from './cors.ts'
import { decodedPath } from './decodedPath.ts'
import type { Env } from './Env.ts'
import { errorResponse } from './errorResponse.ts'
import { limitBody } from './limitBody.ts'
import { limitRate } from './limitRate.ts'
import { portalRoutes } from './portalRoutes.ts'
import { seatRoutes } from './seatRoutes.ts'
import { sessionRoutes } from './sessionRoutes.ts'
import { unmatched } from './unmatched.ts'
import { version } from './version.ts'

/** Polar's side of the emulator. The layers stand in the real server's order, outermost first. */
export function createApi(rules: Rules, faults: Faults, rateLimit: number | undefined): Hono<Env> {
  const api = new Hono<Env>({ getPath: decodedPath })
  const elsewhere = unmatched(api)
  api.use(version, cors, applyFault(faults, rules.closing), limitBody)
  if (rateLimit !== undefined) api.use(limitRate(rules, rateLimit))
  api.use(async (c, next) => {
    c.set('subject', authenticate(rules, c.req.header('authorization') ?? null))
    // Hono would answer HEAD by the route for GET; the real server has no route for it.
    if (c.req.method === 'HEAD') c.res = elsewhere(c)
    else await next()
    if (!c.res.headers.has('cache-control')) c.res.headers.set('cache-control', 'private, no-store')
  })
  seatRoutes(api, rules)
  portalRoutes(api, rules)
  sessionRoutes(api, rules)
  api.notFound(elsewhere)
  api.onError((error) => {
    const response = errorResponse(error)
    if (!response) throw error
    return response
  })
  return api
}
