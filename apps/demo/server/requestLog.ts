import { AsyncLocalStorage } from 'node:async_hooks'
import type { MiddlewareHandler } from 'hono'
import type { LabCall, LabRequest } from '../src/shared/lab.ts'

const kept = 60

export interface RequestLog {
  /** Newest first. */
  entries(): LabRequest[]
  /** Logs the pages' requests. */
  middleware: MiddlewareHandler
  /** The global `fetch`, whose calls are logged with the request that they are made for. */
  fetch(request: Request): Promise<Response>
}

/** What pages asked of the backend, and the backend of Polar. No header and no body is kept. */
export function createRequestLog(): RequestLog {
  const entries: LabRequest[] = []
  const current = new AsyncLocalStorage<LabRequest>()
  let count = 0

  return {
    entries: () => entries,
    async middleware(c, next) {
      const entry: LabRequest = { id: ++count, ...begin(c.req.raw), calls: [] }
      entries.unshift(entry)
      entries.splice(kept)
      const end = stopwatch(entry)
      await current.run(entry, next)
      end(c.res.status)
    },
    async fetch(request) {
      const call = begin(request)
      current.getStore()?.calls.push(call)
      const end = stopwatch(call)
      const response = await fetch(request).catch((error: unknown) => {
        end(null)
        throw error
      })
      end(response.status)
      return response
    },
  }
}

/** An invitation's token is a secret too: whoever has it has the seat. */
function begin({ method, url }: Request): LabCall {
  const path = new URL(url).pathname.replace(/(\/claim\/)[^/]+/, '$1…')
  return { method, path, status: null, ms: null }
}

function stopwatch(exchange: LabCall): (status: number | null) => void {
  const begun = performance.now()
  return (status) => {
    exchange.status = status
    exchange.ms = Math.round(performance.now() - begun)
  }
}
