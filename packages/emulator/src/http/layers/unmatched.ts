import type { Hono } from 'hono'
import type { Call } from '../answers/Call.ts'
import type { Env } from '../answers/Env.ts'
import { reply } from '../answers/reply.ts'

/**
 * Returns a function that answers calls without a route. It answers 405 if the path has a route for another method. It
 * answers 307 if the path has a route after a slash is added at the end, or after all slashes at the end are removed.
 * Otherwise it answers 404.
 */
export function unmatched(api: Hono<Env>): (call: Call) => Response {
  // The patterns are created at the first such call, because most emulators in tests get no such call.
  let routes: { method: string; pattern: RegExp }[] | undefined
  const find = (path: string) => {
    routes ??= api.routes.map(({ method, path }) => ({
      method,
      pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`),
    }))
    return routes.find(({ pattern }) => pattern.test(path))
  }

  return (call) => {
    const { path, request } = call
    const routeOfOtherMethod = find(path)
    if (routeOfOtherMethod)
      return reply(call, {
        status: 405,
        body: '{"detail":"Method Not Allowed"}',
        headers: { allow: routeOfOtherMethod.method },
      })
    const redirected = path.endsWith('/') ? path.replace(/\/+$/, '') : `${path}/`
    if (path === '/' || !find(redirected)) return reply(call, { status: 404, body: '{"detail":"Not Found"}' })
    const { origin, host, search } = new URL(request.url)
    const location = percentEncode(origin.replace(host, request.headers.get('host') ?? host) + redirected + search)
    return new Response(null, { status: 307, headers: { ...call.headers, location, 'content-length': '0' } })
  }
}

const percentEncode = (url: string) => url.replaceAll(/[^\w.\-~:/%#?=@[\]!$&'()*+,;]/gu, encodeURIComponent)
