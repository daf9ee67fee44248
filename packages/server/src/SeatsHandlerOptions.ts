import type { SeatsClient } from '@seats/core'
import type { SeatsStore } from './store/SeatsStore.ts'
import type { AuditEvent } from './handler/audit/AuditEvent.ts'
import type { ProrationOption } from './handler/access/ProrationOption.ts'
import type { RatePerMinute } from './handler/access/RatePerMinute.ts'
import type { Authorize } from './handler/access/SeatsGrant.ts'

/** Options of `createSeatsHandler`. */
export interface SeatsHandlerOptions {
  /** A client with your organization's access token. */
  client: SeatsClient
  /**
   * Says what the sender of a request may do. Not called for claims, because the invitation itself is the permission.
   */
  authorize: Authorize
  /**
   * The path where the handler is mounted, for example `/api/seats`. It is the `baseURL` of the client in the browser.
   */
  basePath: string
  /**
   * Other origins whose pages may call this handler with cookies, for example `https://app.example.com`. Default: none.
   */
  allowedOrigins?: readonly string[] | undefined
  /**
   * Returns the IP address of the sender of a request, for the limit of claims and for the audit. Use a header that
   * your own proxy sets and that visitors cannot forge. Without this option, all visitors share one limit.
   */
  clientAddress?: ((request: Request) => string | null | undefined) | undefined
  /** The most calls to Polar in a minute, for each actor and for each IP address. */
  ratePerMinute?: RatePerMinute | undefined
  /**
   * Decides how changes of a seat count are charged. Default: more seats are charged at once, and fewer seats take
   * effect at the end of the period.
   */
  proration?: ProrationOption | undefined
  /** Holds the data that processes share. Default: one `memoryStore()` for the whole process. */
  store?: SeatsStore | undefined
  /**
   * The largest age, in seconds, of a roster's index, which is the copy of the roster in the store. If the index is
   * younger and shows the occupant whom the page means, a revoke or resend uses the index and does not list the roster.
   * `getMySeats` also uses an index that is younger. Default 60. With 0, the roster is listed each time.
   */
  indexMaxAge?: number | undefined
  /**
   * Called for every change, successful or not, and for every other operation that fails. Not called if the page closed
   * the connection. The answer waits for this callback. If the callback throws, the answer is a 500.
   */
  onAudit?: ((event: AuditEvent) => void | Promise<void>) | undefined
  /**
   * Gets the errors that you have to repair, for example a token that Polar refuses, or an error of a callback or of
   * the store. Default: `console.error`.
   */
  onError?: ((error: unknown) => void) | undefined
}

/** A request handler that any framework can call. */
export interface SeatsHandler {
  (request: Request): Promise<Response>
  /** Ends all event streams and refuses new ones. Call it before you close your server. */
  close(): void
}
