import type { WireCall } from './WireCall.ts'
import { misconfigured } from '../input/misconfigured.ts'
import { readAnswer, TooLong } from './readAnswer.ts'
import { supportedInit } from '../runtime/supportedInit.ts'

/** One answer, read to its end. */
export interface Answer {
  status: number
  headers: Headers
  /** Undefined for a body that is longer than the client reads. */
  text: string | undefined
}

export interface Requests {
  /** Sends one request, once. Rejects if there is no whole answer. */
  send(call: WireCall, token: string | undefined, signal: AbortSignal): Promise<Answer>
  /** Opens a stream of server-sent events. An answer that is not such a stream is read to its end. */
  openStream(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array> | Answer>
}

interface RequestOptions {
  baseURL: string
  fetch: ((request: Request) => Promise<Response>) | undefined
  credentials: RequestCredentials
  polarVersion: string
  maxAnswerBytes: number
}

/** Sends a client's requests. Nothing is asked of the runtime before the first one. */
export function createRequests({
  baseURL,
  fetch,
  credentials,
  polarVersion,
  maxAnswerBytes,
}: RequestOptions): Requests {
  let supported: RequestInit | undefined

  const open = async (path: string, init: RequestInit): Promise<Response> => {
    const url = `${resolveBase(baseURL, fetch !== undefined)}${path}`
    if (typeof (fetch ? globalThis.Request : globalThis.fetch) === 'undefined') {
      throw misconfigured(
        'This runtime has no `fetch` and `Request`. Add them to its globals, from undici for instance.',
      )
    }
    // Next.js caches what is fetched unless it is told otherwise.
    supported ??= supportedInit({ credentials, cache: 'no-store' })
    // A redirect that is followed could carry the call to a server that nobody chose.
    const whole: RequestInit = { ...supported, ...init, redirect: 'manual' }
    // A custom fetch gets a whole Request, as web-standard handlers do. The global one is looked up at each call.
    return fetch ? fetch(toRequest(url, whole)) : globalThis.fetch(url, whole)
  }

  const read = async (response: Response, signal: AbortSignal): Promise<Answer> => {
    const { status, headers } = response
    const text = await readAnswer(response, maxAnswerBytes, signal).catch((error: unknown) => {
      if (error instanceof TooLong) return undefined
      throw error
    })
    return { status, headers, text }
  }

  return {
    async send({ path, method, body, headers: own }, token, signal) {
      const headers: Record<string, string> = { accept: 'application/json', 'polar-version': polarVersion, ...own }
      if (token !== undefined) headers.authorization = `Bearer ${token}`
      if (body !== undefined) headers['content-type'] = 'application/json'
      const init = { method, headers, signal, ...(body !== undefined && { body: JSON.stringify(body) }) }
      return read(await open(path, init), signal)
    },
    async openStream(path, signal) {
      const headers = { accept: 'text/event-stream', 'polar-version': polarVersion }
      const response = await open(path, { headers, signal })
      const isStream = response.ok && response.headers.get('content-type')?.startsWith('text/event-stream')
      return isStream && response.body ? response.body : read(response, signal)
    },
  }
}

/** A simulated browser can have an `AbortSignal` that Node's `Request` refuses. The call ends without it too. */
function toRequest(url: string, init: RequestInit): Request {
  try {
    return new Request(url, init)
  } catch (error) {
    if (!init.signal) throw error
    const { signal: _, ...rest } = init
    return new Request(url, rest)
  }
}

/** Returns the base as a whole URL, without a slash at its end. */
function resolveBase(baseURL: string, isFetchGiven: boolean): string {
  const base = baseURL.replace(/\/+$/, '')
  if (!baseURL.startsWith('/')) return base
  const { document, location } = globalThis as { document?: { baseURI?: string }; location?: { href: string } }
  const page = document?.baseURI ?? location?.href ?? ''
  if (/^https?:/.test(page)) return new URL(page).origin + base
  // In process there is no host to name, but a Request needs one.
  if (isFetchGiven) return `http://localhost${base}`
  throw misconfigured(
    'A baseURL that is only a path has no meaning outside a browser: give the whole URL, or `fetch: handler`.',
  )
}
