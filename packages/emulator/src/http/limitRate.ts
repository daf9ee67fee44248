import type { Context as HonoContext, MiddlewareHandler } from 'hono'
import type { Context } from '../domain/Context.ts'
import { authenticate, bearerToken } from './authenticate.ts'
import type { Env } from './Env.ts'
import { OAuthError } from './OAuthError.ts'
import { RateLimiter } from './RateLimiter.ts'

const unrecognized = 60
const streams = { zone: 'seat-claim-stream', perMinute: 10, blockSeconds: 300 }

/** Refuses calls over the limit with an empty 429. A token is one caller, and so is an address without one. */
export function limitRate(rules: Context, perMinute: number): MiddlewareHandler<Env> {
  const limiter = new RateLimiter(rules.clock)
  return async (c, next) => {
    if (!c.req.path.startsWith('/v1')) return next()
    const { caller, limit } = identify(rules, c, perMinute)
    const isStream = /^\/v1\/customer-seats\/claim\/.+\/stream/.test(c.req.path)
    const wait = limiter.take(caller, isStream ? streams : { zone: 'api', perMinute: limit })
    return wait === undefined ? next() : new Response(null, { status: 429, headers: { 'retry-after': String(wait) } })
  }
}

function identify(rules: Context, c: HonoContext<Env>, limit: number): { caller: string; limit: number } {
  const authorization = c.req.header('authorization') ?? null
  const token = bearerToken(authorization)
  if (token === undefined) return { caller: c.env.incoming?.socket.remoteAddress ?? 'in process', limit }
  try {
    authenticate(rules, authorization)
    return { caller: token, limit }
  } catch (error) {
    if (error instanceof OAuthError) return { caller: token, limit: Math.min(limit, unrecognized) }
    throw error
  }
}
