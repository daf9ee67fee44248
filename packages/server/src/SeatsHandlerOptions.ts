import type { SeatsClient } from '@seats/core'
import type { SeatsStore } from './store/SeatsStore.ts'
import type { AuditEvent } from './handler/audit/AuditEvent.ts'
import type { RatePerMinute } from './handler/access/createBudgets.ts'
import type { Authorize } from './handler/access/SeatsGrant.ts'

export interface SeatsHandlerOptions {
  /** A client with your organization's access token. */
  client: SeatsClient
  /** Who is asking, and what may they do? Called for everything but claims, whose invitation is their permission. */
  authorize: Authorize
  /** Where the handler is mounted, and the `baseURL` of the client in the browser: `/api/seats`. */
  basePath: string
  /** Other origins whose pages may call this one, cookies included: `https://app.example.com`. Default: none. */
  allowedOrigins?: readonly string[] | undefined
  /**
   * The address that a request came from, for the budget of claims. Take it from your own proxy: a header that
   * visitors can set gives each of them as many budgets as they like. Without it all visitors share one.
   */
  clientAddress?: ((request: Request) => string | null | undefined) | undefined
  /** Calls to Polar in a minute, for each actor and for each address. */
  ratePerMinute?: RatePerMinute | undefined
  /** What processes share. Default: `memoryStore()`, one for the whole process. */
  store?: SeatsStore | undefined
  /**
   * Told of every change, whatever became of it, and of everything refused that is one of the operations. It is waited
   * for.
   */
  onAudit?: ((event: AuditEvent) => void | Promise<void>) | undefined
  /** Told what goes wrong on your side: a token that Polar refuses, what a callback threw. Default: `console.error`. */
  onError?: ((error: unknown) => void) | undefined
}

/** A web-standard request handler. */
export interface SeatsHandler {
  (request: Request): Promise<Response>
  /** Ends the event streams, and opens no new ones: call it before you close your server. */
  close(): void
}
