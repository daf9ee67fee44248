import type { MiddlewareHandler } from 'hono'
import type { Env } from './Env.ts'

const methods = 'DELETE, GET, HEAD, OPTIONS, PATCH, POST, PUT'
const headers = 'Accept, Accept-Language, Authorization, Content-Language, Content-Type, Polar-Version'

const privateNetwork = 'access-control-request-private-network'

/** Any origin, no credentials. */
export const cors: MiddlewareHandler<Env> = async (c, next) => {
  const origin = c.req.header('origin')
  if (origin === undefined) return next()
  const requested = c.req.header('access-control-request-method')
  if (c.req.method === 'OPTIONS' && requested !== undefined) {
    return preflight(requested, c.req.header('access-control-request-headers'), c.req.header(privateNetwork))
  }
  await next()
  c.res.headers.set('access-control-allow-origin', '*')
  c.res.headers.set('access-control-expose-headers', 'Polar-Version')
}

function preflight(method: string, requestedHeaders: string | undefined, network: string | undefined): Response {
  const failures: string[] = []
  if (!methods.split(', ').includes(method)) failures.push('method')
  const allowed = headers.toLowerCase().split(', ')
  const isRefused = (name: string) => !allowed.includes(name.trim().toLowerCase())
  if (requestedHeaders !== undefined && requestedHeaders.split(',').some(isRefused)) failures.push('headers')
  if (network === 'true') failures.push('private-network')
  return new Response(failures.length > 0 ? `Disallowed CORS ${failures.join(', ')}` : 'OK', {
    status: failures.length > 0 ? 400 : 200,
    headers: {
      'content-type': 'text/plain; charset=utf-8',
      'access-control-allow-origin': '*',
      'access-control-allow-methods': methods,
      'access-control-max-age': '600',
      'access-control-allow-headers': headers,
    },
  })
}
