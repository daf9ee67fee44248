import type { Context } from '../../domain/context/Context.ts'
import { authenticate, bearerToken } from './authenticate.ts'
import type { Call } from '../answers/Call.ts'
import { OAuthError } from '../answers/OAuthError.ts'
import { RateLimiter } from './RateLimiter.ts'

const maxPerMinuteOfUnknownToken = 60
const streamRule = { zone: 'seat-claim-stream', perMinute: 10, blockSeconds: 300 }

/**
 * Returns a function that refuses calls above the limit with an empty 429. Each token is a separate caller. Calls
 * without a token are counted by IP address.
 */
export function limitRate(context: Context, perMinute: number): (call: Call) => Response | undefined {
  const limiter = new RateLimiter(context.clock)
  return (call) => {
    if (!call.path.startsWith('/v1')) return undefined
    const { caller, limit } = identify(context, call, perMinute)
    const isStream = /^\/v1\/customer-seats\/claim\/.+\/stream/.test(call.path)
    const waitSeconds = limiter.take(caller, isStream ? streamRule : { zone: 'api', perMinute: limit })
    if (waitSeconds === undefined) return undefined
    return new Response(null, { status: 429, headers: { ...call.headers, 'retry-after': String(waitSeconds) } })
  }
}

function identify(context: Context, { request, address }: Call, limit: number): { caller: string; limit: number } {
  const authorization = request.headers.get('authorization')
  const token = bearerToken(authorization)
  if (token === undefined) return { caller: address ?? 'in process', limit }
  try {
    authenticate(context, authorization)
    return { caller: token, limit }
  } catch (error) {
    if (error instanceof OAuthError) return { caller: token, limit: Math.min(limit, maxPerMinuteOfUnknownToken) }
    throw error
  }
}
