import type { SeatsOperation } from '@seats/core'
import { decodePercent } from '../../internal/decodePercent.ts'
import { parseUuid } from '../../internal/parseUuid.ts'
import type { SeatCountOperation } from '../access/SeatCountOperation.ts'
import type { GrantableOperation } from '../access/SeatsGrant.ts'
import { refusal, noSuchPath } from '../../http/refusals.ts'

/**
 * The operations that can be told apart by method and path. `cancelSeatCountChange` has the method and path of
 * `updateSeatCount`, and the guard does not offer the operations on members.
 */
type ServedOperation = GrantableOperation | Exclude<SeatCountOperation, 'cancelSeatCountChange'>

/** The operation that a request asks for, with the values in its path. */
export interface Route {
  endpoint: ServedOperation | 'events' | 'claimStream'
  /** The operation that the grant has to allow. */
  operation: SeatsOperation
  /** For `revokeSeat` and `resendInvitation`. Undefined if the path has no valid UUID. */
  seatId?: string | undefined
  /** For the operations on a subscription. Undefined if the path has no valid UUID. */
  subscriptionId?: string | undefined
  /** For `getClaimInfo` and the claim stream. Undefined if the path has no text that can be a token. */
  invitationToken?: string | undefined
}

type BuildRoute = (segment: string) => Route

const route = (operation: ServedOperation, details: Partial<Route> = {}): Route => ({
  endpoint: operation,
  operation,
  ...details,
})

/** A parameter is one segment of the path. It cannot contain a slash, which would lead to another path at Polar. */
const routes: { path: RegExp; methods: Record<string, BuildRoute> }[] = [
  {
    path: /^\/v1\/customer-seats$/,
    methods: { GET: () => route('listSeats'), POST: () => route('assignSeat') },
  },
  {
    path: /^\/v1\/customer-seats\/permissions$/,
    methods: { GET: () => route('getSeatPermissions') },
  },
  { path: /^\/v1\/customer-seats\/access$/, methods: { GET: () => route('getSeatAccess') } },
  { path: /^\/v1\/customer-seats\/mine$/, methods: { GET: () => route('getMySeats') } },
  { path: /^\/v1\/customer-seats\/events$/, methods: { GET: () => route('listSeats', { endpoint: 'events' }) } },
  { path: /^\/v1\/customer-seats\/claim$/, methods: { POST: () => route('claimSeat') } },
  {
    path: /^\/v1\/customer-seats\/claim\/([^/]+)$/,
    methods: { GET: (token) => route('getClaimInfo', { invitationToken: readToken(token) }) },
  },
  {
    path: /^\/v1\/customer-seats\/claim\/([^/]+)\/stream$/,
    methods: {
      GET: (token) => route('getClaimInfo', { endpoint: 'claimStream', invitationToken: readToken(token) }),
    },
  },
  {
    path: /^\/v1\/customer-seats\/([^/]+)$/,
    methods: { DELETE: (id) => route('revokeSeat', { seatId: readUuid(id) }) },
  },
  {
    path: /^\/v1\/customer-seats\/([^/]+)\/resend$/,
    methods: { POST: (id) => route('resendInvitation', { seatId: readUuid(id) }) },
  },
  {
    path: /^\/v1\/subscriptions\/([^/]+)$/,
    methods: {
      GET: (id) => route('getSubscription', { subscriptionId: readUuid(id) }),
      // The body shows whether the request buys seats or cancels a scheduled change.
      PATCH: (id) => route('updateSeatCount', { subscriptionId: readUuid(id) }),
    },
  },
  {
    path: /^\/v1\/subscriptions\/([^/]+)\/change-preview$/,
    methods: { POST: (id) => route('previewSeatCount', { subscriptionId: readUuid(id) }) },
  },
]

/**
 * Finds the route of a request. Ignores one slash at the end of the path, because some frameworks add it.
 *
 * @throws Refusal with status 404 for an unknown path, 405 for a method that the path does not have.
 */
export function matchRoute(method: string, path: string): Route {
  for (const { path: pattern, methods } of routes) {
    const match = pattern.exec(path.replace(/\/$/, ''))
    if (match === null) continue
    const build = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (build === undefined) throw refusal(405, 'Method Not Allowed')
    return build(match[1] ?? '')
  }
  throw noSuchPath()
}

const readUuid = (segment: string): string | undefined => parseUuid(decodePercent(segment))

/** Returns `undefined` for a segment that cannot be a token, so that Polar is not asked in vain. */
const readToken = (segment: string): string | undefined => (/^[\w-]+$/.test(segment) ? segment : undefined)
