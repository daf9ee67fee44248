import type { SeatsError, SeatsIssue } from '@seats/core'
import { pickSeat } from '../contract/pick.ts'

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const encoder = new TextEncoder()

export const jsonResponse = (body: unknown, status = 200): Response => jsonTextResponse(JSON.stringify(body), status)

/**
 * Returns an answer with JSON as bytes. On Node this is faster than `Response.json`, whose stream a server has to copy.
 */
export const jsonTextResponse = (text: string, status = 200): Response =>
  new Response(encoder.encode(text), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  })

/**
 * Returns an error in the same form as Polar's errors, so that clients read both in the same way. If the status is 500
 * or more, `isAmbiguous` says whether a change may have been made at Polar.
 */
export function errorResponse({
  code,
  status = 500,
  detail,
  issues,
  retryAfter,
  seat,
  isAmbiguous,
}: SeatsError): Response {
  const body = {
    error: code,
    detail: issues.length > 0 ? issues.map(withoutNestedInput) : detail,
    ...(seat && { seat: pickSeat(seat) }),
    ...(status >= 500 && { isAmbiguous }),
  }
  const response = jsonResponse(body, status)
  if (retryAfter !== undefined) response.headers.set('retry-after', String(Math.ceil(retryAfter)))
  return response
}

/**
 * Leaves out an input that is an object. The sender has it anyway, and an object that is nested too deep cannot be
 * serialized.
 */
const withoutNestedInput = ({ input, ...issue }: SeatsIssue) =>
  typeof input === 'object' && input !== null ? issue : { ...issue, input }

/** Returns a response with server-sent events. Its headers ask proxies not to store, change or buffer it. */
export const streamResponse = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
