import type { RateBudget } from './rateBudget.ts'
import type { Requests } from './request.ts'
import type { RetryOptions } from '../../options/RetryOptions.ts'
import type { ServerClock } from './serverClock.ts'
import type { TokenSource } from './tokenSource.ts'

/** A client's settings, resolved. */
export interface Transport {
  requests: Requests
  budget: RateBudget
  token: TokenSource | undefined
  timeout: number
  retry: RetryOptions | false
  clock: ServerClock
  /** Where the seats lie: a session has paths of its own. */
  seatsPath: '/v1/customer-seats' | '/v1/customer-portal/seats'
  /** A session may name a checkout in place of the source. */
  acceptsCheckout: boolean
  /** `@seats/server` is told which source a seat should be on, so that it reads that roster first. */
  namesSource: boolean
}
