import type { SeatsOperation } from '@seats/core'
import { parseUuid } from '../../internal/parseUuid.ts'
import { badRequest, noSuchPath } from '../../http/refusals.ts'

/** Which operation a request is, with what its path holds. */
export interface Route {
  endpoint: SeatsOperation | 'events' | 'claimStream'
  /** What the grant has to allow. */
  operation: SeatsOperation
  /** Of `revokeSeat` and `resendInvitation`; undefined where the path's is none. */
  seatId?: string | undefined
  /** Of `getClaimInfo` and the claim stream; undefined where the path's cannot be one. */
  invitationToken?: string | undefined
}

type Build = (segment: string) => Route

const route = (operation: SeatsOperation, found: Partial<Route> = {}): Route => ({
  endpoint: operation,
  operation,
  ...found,
})

/** One segment each: a slash, encoded or not, never gets from one segment to the next. */
const routes: { path: RegExp; methods: Record<string, Build> }[] = [
  {
    path: /^\/v1\/customer-seats$/,
    methods: { GET: () => route('listSeats'), POST: () => route('assignSeat') },
  },
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
    methods: { DELETE: (id) => route('revokeSeat', { seatId: readSeatId(id) }) },
  },
  {
    path: /^\/v1\/customer-seats\/([^/]+)\/resend$/,
    methods: { POST: (id) => route('resendInvitation', { seatId: readSeatId(id) }) },
  },
]

/**
 * Finds the operation. One slash at the end of the path makes no difference: some frameworks add it.
 *
 * @throws Refusal with status 404 or 405
 */
export function matchRoute(method: string, path: string): Route {
  for (const { path: pattern, methods } of routes) {
    const match = pattern.exec(path.replace(/\/$/, ''))
    if (match === null) continue
    const build = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (build === undefined) throw badRequest(405, 'Method Not Allowed')
    return build(match[1] ?? '')
  }
  throw noSuchPath()
}

const readSeatId = (segment: string): string | undefined => parseUuid(decode(segment))

/** What has other characters is no token, and is not sent on to find that out. */
const readToken = (segment: string): string | undefined => (/^[\w-]+$/.test(segment) ? segment : undefined)

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
