import { ConnectionDropped } from '../faults/ConnectionDropped.ts'
import { internalError } from './internalError.ts'

/** Returns a `fetch` that a handler in this process answers. Aborts and dropped connections behave as over HTTP. */
export function inProcessFetch(handle: (request: Request) => Response | Promise<Response>): typeof globalThis.fetch {
  return async (input, init) => {
    const request = new Request(input, init)
    const { signal } = request
    signal.throwIfAborted()
    const { promise: aborted, reject } = Promise.withResolvers<never>()
    const abort = () => reject(signal.reason)
    signal.addEventListener('abort', abort)
    try {
      return abortable(await Promise.race([handle(request), aborted]), signal)
    } catch (error) {
      if (error instanceof ConnectionDropped) throw new TypeError('fetch failed', { cause: error })
      if (signal.aborted) throw error
      return internalError(error)
    } finally {
      signal.removeEventListener('abort', abort)
    }
  }
}

/** Ends an event stream when the signal aborts, which can be long after the headers. */
function abortable(response: Response, signal: AbortSignal): Response {
  if (!response.body || !response.headers.get('content-type')?.startsWith('text/event-stream')) return response
  return new Response(response.body.pipeThrough(new TransformStream(), { signal }), response)
}
