import type { SeatsOperation } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import { badRequest, invalid, noSuchPath, notFound } from './refusals.ts'

/** Which operation a request is, with what its path holds. */
export interface Route {
  endpoint: SeatsOperation | 'events' | 'claimStream'
  /** What the grant has to allow. */
  operation: SeatsOperation
  /** Of `revokeSeat` and `resendInvitation`. */
  seatId?: string
  /** Of `getClaimInfo` and the claim stream. */
  invitationToken?: string
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

/** @throws SeatsError with status 404 or 405, or 422 for a seat id that is none */
export function matchRoute(method: string, path: string): Route {
  for (const { path: pattern, methods } of routes) {
    const match = pattern.exec(path)
    if (match === null) continue
    const build = Object.hasOwn(methods, method) ? methods[method] : undefined
    if (build === undefined) throw badRequest(405, 'Method Not Allowed')
    return build(match[1] ?? '')
  }
  throw noSuchPath()
}

function readSeatId(segment: string): string {
  const id = parseUuid(decode(segment))
  if (id === undefined) throw invalid(['path', 'seat_id'], 'Input should be a valid UUID', 'uuid_parsing')
  return id
}

function readToken(segment: string): string {
  // What has other characters is no token, and is not sent on to find that out.
  if (!/^[\w-]+$/.test(segment)) throw notFound('Invalid or expired invitation token')
  return segment
}

function decode(segment: string): string | undefined {
  try {
    return decodeURIComponent(segment)
  } catch {
    return undefined
  }
}
