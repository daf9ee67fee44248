import type { CallBudget } from './CallBudget.ts'
import type { RetryOptions } from './RetryOptions.ts'
import type { SeatsToken } from './SeatsToken.ts'

interface CommonOptions {
  /** The Polar environment to call. Default `production`. */
  environment?: 'production' | 'sandbox' | undefined
  /** Another server with the same API: `https://…`, or in a browser a path such as `/api/seats`. */
  baseURL?: string | undefined
  /**
   * Replaces the global `fetch`. This function gets a `Request`. It can be a handler of `@seats/server`, so that calls
   * need no network. That handler refuses a change without an `Origin` header, so set this header.
   */
  fetch?: ((request: Request) => Promise<Response>) | undefined
  /** Milliseconds for each attempt. Default 10 000. */
  timeout?: number | undefined
  /**
   * Decides how failed calls are sent again. Default: 3 attempts, with pauses of at most 75 s each. `false` sends each
   * call once.
   */
  retry?: RetryOptions | false | undefined
  /** The version of Polar's API, which is sent with each request. Default `2026-10`. */
  polarVersion?: string | undefined
  /** Keeps the cached data of different users apart. Use the signed-in user's id, never a token. Default `default`. */
  scope?: string | undefined
  /**
   * The largest number of calls per minute during bulk work, including other calls of this client. Default: half of the
   * server's limit, so that people can use the page during an import. `@seats/server` tells the client its limit. Polar
   * allows 500 calls per minute, and 100 in the sandbox.
   */
  ratePerMinute?: number | undefined
  /** A budget that this client shares with other clients. Default: its own budget, limited by `ratePerMinute`. */
  budget?: CallBudget | undefined
  /**
   * Decides whether requests carry cookies. Default `same-origin`, or `omit` with a token. Use `include` for a
   * `@seats/server` on another origin, which must list this page's origin in its `allowedOrigins`.
   */
  credentials?: RequestCredentials | undefined
  /** The largest answer that is read, in bytes after decompression. Default 64 MB. */
  maxAnswerBytes?: number | undefined
  /**
   * Returns this machine's time in milliseconds. The client corrects it by the time in the server's answers. Default
   * `Date.now`.
   */
  now?: (() => number) | undefined
}

/** Options for your server: an organization token. */
export interface OrganizationClientOptions extends CommonOptions {
  accessToken: SeatsToken
  sessionToken?: undefined
  /** Allows an organization token in a browser, where everybody can copy it. For local experiments only. */
  dangerouslyAllowBrowser?: boolean | undefined
}

/** Options for one user: a customer or member session. On a server, create one client for each request. */
export interface SessionClientOptions extends CommonOptions {
  sessionToken: SeatsToken
  accessToken?: undefined
}

/** Options without a token: for a browser that calls `@seats/server`, and for claim pages, which need no token. */
export interface TokenlessClientOptions extends CommonOptions {
  accessToken?: undefined
  sessionToken?: undefined
}

export type SeatsClientOptions = OrganizationClientOptions | SessionClientOptions | TokenlessClientOptions
