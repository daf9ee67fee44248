import type { MiddlewareHandler } from 'hono'
import type { Env } from './Env.ts'
import { json } from './json.ts'

const defaultVersion = '2026-04'
const versions = new Set([defaultVersion, '2026-10'])

/** Pins the API's version; an unknown one answers as if nothing were here. */
export const version: MiddlewareHandler<Env> = async (c, next) => {
  const asked = c.req.header('polar-version') || defaultVersion
  if (!versions.has(asked)) return json(404, '{"detail":"Not Found"}')
  await next()
  c.res.headers.set('polar-version', asked)
}
