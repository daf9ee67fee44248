import type { ClientBudget } from './clientBudget.ts'
import type { Requests } from './request.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import type { ServerClock } from './serverClock.ts'
import type { TokenSource } from './tokenSource.ts'

/** The settings of a client, and the state that all its calls share. */
export interface Transport {
  requests: Requests
  budget: ClientBudget
  token: TokenSource | undefined
  /** Milliseconds for each attempt. */
  timeout: number
  retry: RetryOptions | false
  clock: ServerClock
  /** The kind of token. A client without a token has the mode `guard`, because it usually calls `@seats/server`. */
  mode: 'organization' | 'session' | 'guard'
  /** The path of the seats API. With a session token, it is the path of the customer portal. */
  seatsPath: '/v1/customer-seats' | '/v1/customer-portal/seats'
  /** The function `listSeats` of the client. A client that an app has wrapped may have another one. */
  ownListSeats?: unknown
}
