import type { RetryOptions } from './RetryOptions.ts'
import type { SeatsToken } from './SeatsToken.ts'

interface CommonOptions {
  /** Which of Polar's hosts is called. Default `production`. */
  environment?: 'production' | 'sandbox' | undefined
  /** Another server that speaks the contract: `https://…`, or in a browser a path such as `/api/seats`. */
  baseURL?: string | undefined
  /** Called with a whole `Request` in place of the global `fetch`; a `@seats/server` handler fits. */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Milliseconds for each attempt. Default 10 000. */
  timeout?: number | undefined
  /** Default: 3 attempts, and pauses of 75 s at most. Only calls that cannot do anything twice are sent again. */
  retry?: RetryOptions | false | undefined
  /** Default `2026-10`. */
  polarVersion?: string | undefined
  /** Separates users in caches: the signed-in user's id, say. Never a token. Default `default`. */
  scope?: string | undefined
  /**
   * Calls a minute that bulk work stays inside, all calls of this client counted. Default: half of what the server
   * allows, so that an import leaves room for the people on the page. A server can say what it allows (`@seats/server`
   * does); Polar allows 500, in the sandbox 100.
   */
  ratePerMinute?: number | undefined
  /**
   * Whether cookies go with each request. Default `same-origin`, and `omit` with a token. `include` is for a
   * `@seats/server` on another origin, which must have this page in its `allowedOrigins`.
   */
  credentials?: RequestCredentials | undefined
  /** The most bytes of an answer that are read, after decompression. Default 64 MB. */
  maxAnswerBytes?: number | undefined
  /** This machine's clock, in milliseconds. The server's answers put it right. Default `Date.now`. */
  now?: (() => number) | undefined
}

/** For your server: an organization token. */
export interface OrganizationClientOptions extends CommonOptions {
  accessToken: SeatsToken
  sessionToken?: undefined
  /** Lets an organization token into a browser, where everyone can take it. For local experiments only. */
  dangerouslyAllowBrowser?: boolean | undefined
}

/** For one user: a customer or member session. On a server, one client per request. */
export interface SessionClientOptions extends CommonOptions {
  sessionToken: SeatsToken
  accessToken?: undefined
}

/** For a browser, through `@seats/server`; claim calls work without a token anywhere. */
export interface TokenlessClientOptions extends CommonOptions {
  accessToken?: undefined
  sessionToken?: undefined
}

export type SeatsClientOptions = OrganizationClientOptions | SessionClientOptions | TokenlessClientOptions
