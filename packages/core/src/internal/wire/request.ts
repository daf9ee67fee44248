import type { WireCall } from './WireCall.ts'
import { misconfigured } from '../input/misconfigured.ts'
import { readAnswer, type Answer } from './readAnswer.ts'
import { supportedInit } from '../runtime/supportedInit.ts'

export interface Requests {
  /** Sends one request, once. Rejects if no complete answer arrives. */
  send(call: WireCall, token: string | undefined, signal: AbortSignal): Promise<Answer>
  /** Opens a stream of server-sent events. Resolves with the answer if the answer is not such a stream. */
  openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | Answer>
}

interface RequestOptions {
  baseURL: string
  fetch: ((request: Request) => Promise<Response>) | undefined
  credentials: RequestCredentials
  polarVersion: string
  maxAnswerBytes: number
}

interface SendInit {
  method?: WireCall['method']
  headers: Record<string, string>
  body?: string
  signal: AbortSignal
}

/** Creates the functions that send a client's requests. They use no global before the first request. */
export function createRequests({
  baseURL,
  fetch,
  credentials,
  polarVersion,
  maxAnswerBytes,
}: RequestOptions): Requests {
  let supportedOptions: RequestInit | undefined

  const sendRequest = (path: string, { signal, ...init }: SendInit): Promise<Response> => {
    const url = `${resolveBase(baseURL, fetch !== undefined)}${path}`
    if (!(fetch ? globalThis.Request : globalThis.fetch)) {
      throw misconfigured('This runtime has no `fetch` or `Request`.')
    }
    // Next.js caches answers without `no-store`. In jsdom and similar environments, Node's `Request` refuses the page's
    // `AbortSignal`. Then the request cannot be aborted, but the caller still stops waiting at the abort or time limit.
    supportedOptions ??= supportedInit({ credentials, cache: 'no-store', signal })
    const request: RequestInit = Object.assign(init, supportedOptions)
    if (supportedOptions.signal) request.signal = signal
    // A redirect could send the token to another server.
    request.redirect = 'manual'
    // A custom fetch gets a `Request`, like a web-standard handler. The global fetch is looked up at each call, so that
    // an app can replace it later.
    return fetch ? fetch(new Request(url, request)) : globalThis.fetch(url, request)
  }

  return {
    async send({ path, method, body, headers: extraHeaders }, token, signal) {
      const init: SendInit = {
        method,
        signal,
        headers: { accept: 'application/json', 'polar-version': polarVersion, ...extraHeaders },
      }
      if (token !== undefined) init.headers.authorization = `Bearer ${token}`
      if (body !== undefined) {
        init.headers['content-type'] = 'application/json'
        init.body = JSON.stringify(body)
      }
      // The global fetch ends the body itself after an abort. A custom fetch may ignore the signal.
      return readAnswer(await sendRequest(path, init), maxAnswerBytes, fetch && signal)
    },
    async openStream(path, signal) {
      const headers = { accept: 'text/event-stream', 'polar-version': polarVersion }
      const response = await sendRequest(path, { headers, signal })
      const isStream = response.ok && response.headers.get('content-type')?.startsWith('text/event-stream')
      return isStream && response.body ? response.body : readAnswer(response, maxAnswerBytes, signal)
    },
  }
}

/** Returns the base as a whole URL, without a slash at its end. */
function resolveBase(baseURL: string, isFetchGiven: boolean): string {
  const baseWithoutSlash = baseURL.replace(/\/+$/, '')
  if (!baseURL.startsWith('/')) return baseWithoutSlash
  const { document, location } = globalThis as { document?: { baseURI?: string }; location?: { href: string } }
  const pageURL = document?.baseURI ?? location?.href ?? ''
  if (/^https?:/.test(pageURL)) return new URL(pageURL).origin + baseWithoutSlash
  // `fetch` is a handler in this process, so there is no host. A `Request` needs a host.
  if (isFetchGiven) return `http://localhost${baseWithoutSlash}`
  throw misconfigured('A path as `baseURL` needs a browser. Give a whole URL, or `fetch: handler`.')
}
