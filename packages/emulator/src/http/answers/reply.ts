import type { Call } from './Call.ts'

export interface Answer {
  status: number
  /** Null if there is no content. */
  body: string | Uint8Array<ArrayBuffer> | null
  headers?: Record<string, string>
}

/**
 * Builds a JSON answer with the headers that the call has collected. The headers are a plain object, because the server
 * sends plain objects fastest.
 */
export const reply = (call: Call, { status, body, headers }: Answer): Response =>
  new Response(body, { status, headers: { 'content-type': 'application/json', ...call.headers, ...headers } })
