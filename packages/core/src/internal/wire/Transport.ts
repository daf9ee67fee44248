import type { ClientBudget } from './clientBudget.ts'
import type { Requests } from './request.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import type { ServerClock } from './serverClock.ts'
import type { TokenSource } from './tokenSource.ts'

/** The settings of a client, with all defaults filled in. */
export interface Transport {
  requests: Requests
  budget: ClientBudget
  token: TokenSource | undefined
  /** Milliseconds for each attempt. */
  timeout: number
  retry: RetryOptions | false
  clock: ServerClock
  /** How Polar is reached: with an organization token, with a session token, or through `@seats/server`. */
  mode: 'organization' | 'session' | 'guard'
  /** The path of the seats API. With a session token, it is the path of the customer portal. */
  seatsPath: '/v1/customer-seats' | '/v1/customer-portal/seats'
}
