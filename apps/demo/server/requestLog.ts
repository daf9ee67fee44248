import { AsyncLocalStorage } from 'node:async_hooks'
import type { MiddlewareHandler } from 'hono'
import type { LabCall, LabRequest } from '../src/shared/lab.ts'

const maxEntries = 60

export interface RequestLog {
  /** Returns the logged requests, newest first. */
  entries(): LabRequest[]
  /** Logs the pages' requests. */
  middleware: MiddlewareHandler
  /** Calls the global `fetch`, and logs the call below the page's request that caused it. */
  fetch(request: Request): Promise<Response>
}

/** Logs the requests of pages to the backend, and the backend's calls to Polar. Keeps no headers and no bodies. */
export function createRequestLog(): RequestLog {
  const entries: LabRequest[] = []
  const currentEntry = new AsyncLocalStorage<LabRequest>()
  let count = 0

  return {
    entries: () => entries,
    async middleware(c, next) {
      const entry: LabRequest = { id: ++count, ...createEntry(c.req.raw), calls: [] }
      entries.unshift(entry)
      entries.splice(maxEntries)
      const end = startTimer(entry)
      await currentEntry.run(entry, next)
      end(c.res.status)
    },
    async fetch(request) {
      const call = createEntry(request)
      currentEntry.getStore()?.calls.push(call)
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

/** Creates an entry. Removes an invitation token, because anybody who knows it can claim the seat. */
function createEntry({ method, url }: Request): LabCall {
  const path = new URL(url).pathname.replace(/(\/claim\/)[^/]+/, '$1…')
  return { method, path, status: null, durationMs: null }
}

function startTimer(call: LabCall): (status: number | null) => void {
  const startMs = performance.now()
  return (status) => {
    call.status = status
    call.durationMs = Math.round(performance.now() - startMs)
  }
}
