import { createFetch, type FetchResponse } from 'ofetch'
import { SeatsError } from '../errors/SeatsError.ts'
import type { Call } from './call.ts'

/** One answer, read to its end. */
export interface Answer {
  status: number
  headers: Headers
  text: string
}

export interface Requests {
  /** Sends one request, once. Rejects where there is no whole answer. */
  send(call: Call, token: string | undefined, signal: AbortSignal): Promise<Answer>
  /** Opens a stream of server-sent events; an answer that is no such stream is read to its end. */
  openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | Answer>
}

interface RequestOptions {
  baseURL: string
  fetch: ((request: Request) => Promise<Response>) | undefined
  credentials: 'same-origin' | 'omit'
  polarVersion: string
}

/** The only place that knows ofetch. */
export function createRequests({ baseURL, fetch, credentials, polarVersion }: RequestOptions): Requests {
  // A custom fetch gets a whole Request, as web-standard handlers do; the global one is looked up at each call.
  const { raw } = createFetch({
    fetch: (input, init) => (fetch ? fetch(new Request(input, init)) : globalThis.fetch(input, init)),
  })
  // Joined here: ofetch leaves the base out where the path happens to begin like it (`/v1`).
  const base = baseURL.replace(/\/+$/, '')
  const defaults = {
    // Worker runtimes throw on an option that they do not have.
    ...('credentials' in Request.prototype && { credentials }),
    // A redirect that is followed could carry the call to a server that nobody chose.
    redirect: 'manual',
    // What ofetch would do on its own is switched off: its retries send a POST again, its timeout is ignored beside a
    // signal, and its parsing passes malformed JSON off as text.
    retry: false,
    ignoreResponseError: true,
  } as const

  const checkBase = () => {
    if (!baseURL.startsWith('/') || globalThis.location !== undefined) return
    throw new SeatsError({
      code: 'ConfigurationError',
      detail:
        'A baseURL that is only a path has no meaning outside a browser: give the whole URL, or `fetch: handler`.',
    })
  }

  return {
    async send({ path, method, body, headers: own }, token, signal) {
      checkBase()
      const headers: Record<string, string> = { accept: 'application/json', 'polar-version': polarVersion, ...own }
      if (token !== undefined) headers.authorization = `Bearer ${token}`
      if (body !== undefined) headers['content-type'] = 'application/json'
      const response = await raw(`${base}${path}`, {
        ...defaults,
        method,
        headers,
        signal,
        ...(body !== undefined && { body: JSON.stringify(body) }),
        responseType: 'text',
      })
      return { status: response.status, headers: response.headers, text: response._data ?? '' }
    },
    async openStream(path, signal) {
      checkBase()
      const headers = { accept: 'text/event-stream', 'polar-version': polarVersion }
      const response: FetchResponse<ReadableStream<Uint8Array>> = await raw(`${base}${path}`, {
        ...defaults,
        headers,
        signal,
        responseType: 'stream',
      })
      const { status, headers: answered, _data: stream } = response
      const isStream = response.ok && answered.get('content-type')?.startsWith('text/event-stream')
      if (isStream && stream) return stream
      return { status, headers: answered, text: await new Response(stream).text() }
    },
  }
}
