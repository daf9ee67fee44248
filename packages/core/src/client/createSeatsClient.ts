import type { Transport } from '../internal/wire/Transport.ts'
import type { CallOptions } from '../options/CallOptions.ts'
import type { SeatCallOptions } from '../options/SeatCallOptions.ts'
import type { SeatsClientOptions, SessionClientOptions } from '../options/SeatsClientOptions.ts'
import { checkClientOptions } from '../internal/input/checkClientOptions.ts'
import { isBrowser } from '../internal/runtime/isBrowser.ts'
import { withInternals } from '../internal/wire/internals.ts'
import { misconfigured } from '../internal/input/misconfigured.ts'
import { createClientBudget } from '../internal/wire/clientBudget.ts'
import { createRequests } from '../internal/wire/request.ts'
import { createServerClock } from '../internal/wire/serverClock.ts'
import { createTokenSource, tokenInBrowser } from '../internal/wire/tokenSource.ts'
import { assignSeat } from '../operations/assignSeat.ts'
import { claimSeat } from '../operations/claimSeat.ts'
import { getClaimInfo } from '../operations/getClaimInfo.ts'
import { listSeats } from '../operations/listSeats.ts'
import { resendInvitation } from '../operations/resendInvitation.ts'
import { revokeSeat } from '../operations/revokeSeat.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { CustomerSeatClaimResponse } from '../schemas/CustomerSeatClaimResponse.ts'
import type { PortalSeatAssign, SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatClaim } from '../schemas/SeatClaim.ts'
import type { SeatClaimInfo } from '../schemas/SeatClaimInfo.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'

/**
 * The six operations. If an operation fails, its promise rejects with a `SeatsError`. After an abort, the promise
 * rejects with the signal's reason.
 */
export interface SeatsClient<Assign extends SeatAssign | PortalSeatAssign = SeatAssign> {
  /** The option `scope`, which keeps the cached data of different users apart. */
  readonly scope: string
  /**
   * Returns the server's time in milliseconds. Until an answer has contained the server's time, returns this machine's
   * time.
   */
  readonly now: () => number
  /**
   * Returns a time that the server's clock has certainly reached, in milliseconds, or 0 if no answer has contained the
   * server's time yet. An invitation whose expiry is earlier has certainly expired, even if the visitor's clock is
   * wrong.
   */
  readonly earliestNow: () => number
  /** Lists all seats of a source, including the revoked seats. */
  listSeats(source: SeatSource, options?: CallOptions): Promise<SeatsList>
  /**
   * Gives a seat to one person. Polar mails an invitation. With `immediate_claim`, the seat is claimed at once instead.
   */
  assignSeat(seatAssign: Assign, options?: CallOptions): Promise<CustomerSeat>
  /**
   * Revokes a seat. With a token, Polar revokes the seat even if its occupant has changed. `@seats/server` first
   * compares the occupant with the option `occupant`. A seat that is already revoked stays as it is.
   */
  revokeSeat(seatId: string, options?: SeatCallOptions): Promise<CustomerSeat>
  /** Sends the invitation of a pending seat again: the same link, with the same expiry. */
  resendInvitation(seatId: string, options?: SeatCallOptions): Promise<CustomerSeat>
  /**
   * Gets the product and the team of an invitation. Rejects with a 404 if the invitation is unknown, expired, claimed
   * or revoked.
   */
  getClaimInfo(invitationToken: string, options?: CallOptions): Promise<SeatClaimInfo>
  /** Claims a seat. The invitation token cannot be used again. */
  claimSeat(seatClaim: SeatClaim, options?: CallOptions): Promise<CustomerSeatClaimResponse>
}

const polarURLs = { production: 'https://api.polar.sh', sandbox: 'https://sandbox-api.polar.sh' }

/**
 * Creates a client for Polar's seats API, or for another server with the same API.
 *
 * @param options The server to call and the token: `accessToken` on your server, `sessionToken` for one user, or no
 * token in a browser that calls `@seats/server`.
 * @throws SeatsError `ConfigurationError` for invalid options, such as an organization token in a browser.
 * @see https://polar.sh/docs/api-reference/introduction
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…', environment: 'sandbox' })
 * const roster = await client.listSeats({ subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * console.log(`${roster.available_seats} of ${roster.total_seats} seats are free`)
 * ```
 */
export function createSeatsClient(options: SessionClientOptions): SeatsClient<PortalSeatAssign>
export function createSeatsClient(options: SeatsClientOptions): SeatsClient
export function createSeatsClient(options: SeatsClientOptions): SeatsClient<PortalSeatAssign> {
  checkClientOptions(options)
  const { accessToken, sessionToken, fetch, scope = 'default' } = options
  const allowBrowser = 'dangerouslyAllowBrowser' in options && options.dangerouslyAllowBrowser === true
  if (accessToken !== undefined && sessionToken !== undefined) {
    throw misconfigured('Give one token, not both.')
  }
  if (accessToken !== undefined && isBrowser() && !allowBrowser) throw tokenInBrowser()
  const token = accessToken === undefined ? sessionToken : accessToken
  const clock = createServerClock(options.now ?? Date.now)
  const transport: Transport = {
    requests: createRequests({
      baseURL: options.baseURL ?? polarURLs[options.environment ?? 'production'],
      fetch,
      credentials: options.credentials ?? (token === undefined ? 'same-origin' : 'omit'),
      polarVersion: options.polarVersion ?? '2026-10',
      maxAnswerBytes: options.maxAnswerBytes ?? 64_000_000,
    }),
    budget: createClientBudget(options, options.environment === 'sandbox' ? 100 : 500),
    token: token === undefined ? undefined : createTokenSource(token, allowBrowser),
    timeout: options.timeout ?? 10_000,
    retry: options.retry ?? {},
    clock,
    mode: accessToken !== undefined ? 'organization' : sessionToken !== undefined ? 'session' : 'guard',
    seatsPath: sessionToken === undefined ? '/v1/customer-seats' : '/v1/customer-portal/seats',
  }
  const bind =
    <Input, Options, Answer>(operation: (transport: Transport, input: Input, options?: Options) => Answer) =>
    (input: Input, options?: Options) =>
      operation(transport, input, options)
  return {
    ...withInternals(transport),
    scope,
    now: clock.now,
    earliestNow: clock.earliestNow,
    listSeats: (transport.ownListSeats = bind(listSeats)),
    assignSeat: bind(assignSeat),
    revokeSeat: bind(revokeSeat),
    resendInvitation: bind(resendInvitation),
    getClaimInfo: bind(getClaimInfo),
    claimSeat: bind(claimSeat),
  }
}
