import { AsyncLocalStorage } from 'node:async_hooks'
import type { MiddlewareHandler } from 'hono'
import type { LabCall, LabRequest } from '../src/shared/lab.ts'

const maxEntries = 60

export interface RequestLog {
  /** Newest first. */
  entries(): LabRequest[]
  /** Logs the pages' requests. */
  middleware: MiddlewareHandler
  /** Calls the global `fetch`, and logs the call with the page's request that caused it. */
  fetch(request: Request): Promise<Response>
}

/** Logs the requests of pages to the backend, and the backend's calls to Polar. Keeps no headers and no bodies. */
export function createRequestLog(): RequestLog {
  const entries: LabRequest[] = []
  const current = new AsyncLocalStorage<LabRequest>()
  let count = 0

  return {
    entries: () => entries,
    async middleware(c, next) {
      const entry: LabRequest = { id: ++count, ...begin(c.req.raw), calls: [] }
      entries.unshift(entry)
      entries.splice(maxEntries)
      const end = startTimer(entry)
      await current.run(entry, next)
      end(c.res.status)
    },
    async fetch(request) {
      const call = begin(request)
      current.getStore()?.calls.push(call)
      const end = startTimer(call)
      const response = await fetch(request).catch((error: unknown) => {
        end(null)
        throw error
      })
      end(response.status)
      return response
    },
  }
}

/** Starts an entry. Leaves an invitation token out, since it is a secret: it gives its holder the seat. */
function begin({ method, url }: Request): LabCall {
  const path = new URL(url).pathname.replace(/(\/claim\/)[^/]+/, '$1…')
  return { method, path, status: null, ms: null }
}

function startTimer(exchange: LabCall): (status: number | null) => void {
  const startedAt = performance.now()
  return (status) => {
    exchange.status = status
    exchange.ms = Math.round(performance.now() - startedAt)
  }
}
