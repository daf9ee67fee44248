import { createFetch } from 'ofetch'
import { SeatsError } from '../errors/SeatsError.ts'
import type { Call } from './call.ts'

/** One answer, read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
}

/** Sends one request, once. Rejects where there is no whole answer. */
export type Send = (call: Call, token: string | undefined, signal: AbortSignal) => Promise<Answer>

interface SendOptions {
  baseURL: string
  fetch: ((request: Request) => Promise<Response>) | undefined
  credentials: 'same-origin' | 'omit'
  polarVersion: string
}

/** The only place that knows ofetch. */
export function createSend({ baseURL, fetch, credentials, polarVersion }: SendOptions): Send {
  // A custom fetch gets a whole Request, as web-standard handlers do; the global one is looked up at each call.
  const { raw } = createFetch({
    fetch: (input, init) => (fetch ? fetch(new Request(input, init)) : globalThis.fetch(input, init)),
  })
  return async (call, token, signal) => {
    if (baseURL.startsWith('/') && globalThis.location === undefined) {
      throw new SeatsError({
        code: 'ConfigurationError',
        operation: call.operation,
        detail:
          'A baseURL that is only a path has no meaning outside a browser: give the whole URL, or `fetch: handler`.',
      })
    }
    const headers: Record<string, string> = { accept: 'application/json', 'polar-version': polarVersion }
    if (token !== undefined) headers.authorization = `Bearer ${token}`
    if (call.body !== undefined) headers['content-type'] = 'application/json'
    // What ofetch would do on its own is switched off: its retries send a POST again, its timeout is ignored beside a
    // signal, and its parsing passes malformed JSON off as text.
    const response = await raw(call.path, {
      baseURL,
      method: call.method,
      headers,
      ...(call.query && { query: call.query }),
      ...(call.body !== undefined && { body: JSON.stringify(call.body) }),
      // Worker runtimes throw on an option that they do not have.
      ...('credentials' in Request.prototype && { credentials }),
      signal,
      // A redirect that is followed could carry the call to a server that nobody chose.
      redirect: 'manual',
      retry: false,
      ignoreResponseError: true,
      responseType: 'text',
    })
    return { status: response.status, headers: response.headers, text: response._data ?? '' }
  }
}
