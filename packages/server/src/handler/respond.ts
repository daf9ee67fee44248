import type { SeatsError } from '@seats/core'

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

export const jsonResponse = (body: unknown): Response => Response.json(body, { headers })

/** An error in Polar's own shape, so that a client reads it as it reads Polar's. */
export function errorResponse(error: SeatsError): Response {
  const { code, status = 500, detail, issues, retryAfter } = error
  return Response.json(
    { error: code, detail: issues.length > 0 ? issues : detail },
    {
      status,
      headers: { ...headers, ...(retryAfter !== undefined && { 'retry-after': String(Math.ceil(retryAfter)) }) },
    },
  )
}
