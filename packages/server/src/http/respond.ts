import type { SeatsError, SeatsIssue } from '@seats/core'
import { pickSeat } from '../contract/pick.ts'

const headers = { 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' }

const encoder = new TextEncoder()

/** As bytes, which servers on Node write as they are; `Response.json` would make them a stream first. */
export const jsonResponse = (body: unknown, status = 200): Response =>
  new Response(encoder.encode(JSON.stringify(body)), {
    status,
    headers: { ...headers, 'content-type': 'application/json' },
  })

/** An error in Polar's own shape, so that a client reads it as it reads Polar's. */
export function errorResponse({ code, status, detail, issues, retryAfter, seat }: SeatsError): Response {
  const body = {
    error: code,
    detail: issues.length > 0 ? issues.map(flat) : detail,
    ...(seat && { seat: pickSeat(seat) }),
  }
  const response = jsonResponse(body, status ?? 500)
  if (retryAfter !== undefined) response.headers.set('retry-after', String(Math.ceil(retryAfter)))
  return response
}

/** Whoever sent it has it, and nested deeply enough it could not be written down again. */
const flat = ({ input, ...issue }: SeatsIssue) =>
  typeof input === 'object' && input !== null ? issue : { ...issue, input }

/** Server-sent events, which no proxy is to keep, change or gather up. */
export const streamResponse = (body: ReadableStream<Uint8Array>): Response =>
  new Response(body, {
    headers: {
      ...headers,
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store, no-transform',
      'x-accel-buffering': 'no',
    },
  })
