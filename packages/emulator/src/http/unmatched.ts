import type { Context, Hono } from 'hono'
import type { Env } from './Env.ts'
import { HttpException } from './HttpException.ts'

/** What a path answers that no route takes: 405 for another method, 307 for a slash too many or too few, else 404. */
export function unmatched(api: Hono<Env>) {
  const compile = () =>
    api.routes
      .filter(({ method }) => method !== 'ALL')
      .map(({ method, path }) => ({ method, pattern: new RegExp(`^${path.replaceAll(/:\w+/g, '[^/]+')}$`) }))
  let routes: ReturnType<typeof compile> | undefined
  const find = (path: string) => (routes ??= compile()).find(({ pattern }) => pattern.test(path))

  return (c: Context<Env>): Response => {
    const { path } = c.req
    const other = find(path)
    if (other) throw new HttpException(405, 'Method Not Allowed', { allow: other.method })
    const redirected = path.endsWith('/') ? path.replace(/\/+$/, '') : `${path}/`
    if (path !== '/' && find(redirected)) {
      const { origin, host, search } = new URL(c.req.url)
      const base = origin.replace(host, c.req.header('host') ?? host)
      return new Response(null, {
        status: 307,
        headers: { location: quote(base + redirected + search), 'content-length': '0' },
      })
    }
    throw new HttpException(404, 'Not Found')
  }
}

const quote = (url: string) => url.replaceAll(/[^\w.\-~:/%#?=@[\]!$&'()*+,;]/gu, encodeURIComponent)
