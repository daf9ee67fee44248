import type { MiddlewareHandler } from 'hono'
import { PolarError } from '../domain/PolarError.ts'
import type { Env } from './Env.ts'

const limit = 10 * 1024 * 1024
const withBody = new Set(['POST', 'PUT', 'PATCH'])

/** Refuses a body by its announced length, before any of it is read. In process a length is not announced. */
export const limitBody: MiddlewareHandler<Env> = (c, next) => {
  const length = c.req.header('content-length')
  if (length === undefined && withBody.has(c.req.method) && c.env.incoming) {
    throw new PolarError(411, 'LengthRequired', 'A Content-Length header is required.')
  }
  if (Number(length ?? 0) > limit) {
    throw new PolarError(
      413,
      'RequestBodyTooLarge',
      `Request body exceeded the maximum allowed size of ${limit} bytes.`,
    )
  }
  return next()
}
