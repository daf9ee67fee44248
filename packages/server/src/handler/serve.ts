import type { SeatAssign, SeatSource } from '@seats/core'
import { pickClaimInfo, pickClaimResponse, pickSeat, pickSeatsList } from './contract.ts'
import { findSeatOnGrant } from './findSeatOnGrant.ts'
import type { Authorize } from './Grant.ts'
import { requireGrant } from './grants.ts'
import type { Route } from './matchRoute.ts'
import { invalid, notGranted } from './refusals.ts'
import { readSource, sourceFields, sourceParams } from './source.ts'
import type { Upstream } from './Upstream.ts'

/** One request, past everything that its path, its origin and its body's form can be refused for. */
export interface Job {
  request: Request
  route: Route
  query: URLSearchParams
  body: Record<string, unknown>
  authorize: Authorize
  upstream: Upstream
}

/** Carries out an operation and gives its answer's body. */
export function serve(job: Job): Promise<unknown> {
  const { operation } = job.route
  if (operation === 'listSeats') return listSeats(job)
  if (operation === 'assignSeat') return assignSeat(job)
  if (operation === 'getClaimInfo') return getClaimInfo(job)
  if (operation === 'claimSeat') return claimSeat(job)
  return changeSeat(job, operation)
}

async function listSeats({ request, query, authorize, upstream }: Job) {
  const source = named(readSource('query', sourceParams(query)), 'query')
  await requireGrant(authorize, request, { operation: 'listSeats', source })
  return pickSeatsList(await upstream((client, options) => client.listSeats(source, options)))
}

const assignFields = [
  'email',
  'external_customer_id',
  'customer_id',
  'external_member_id',
  'member_id',
  'metadata',
  'immediate_claim',
] as const

async function assignSeat({ request, body, authorize, upstream }: Job) {
  const source = named(readSource('body', sourceFields(body)), 'body')
  const grant = await requireGrant(authorize, request, { operation: 'assignSeat', source })
  if ((body.immediate_claim ?? false) !== false && grant.immediateClaim !== true) {
    throw notGranted('You may not seat people without an invitation.')
  }
  const given = Object.fromEntries(assignFields.map((field) => [field, body[field]]))
  // The client checks what it is given, whatever its type says.
  const seatAssign = { ...given, ...source } as SeatAssign
  return pickSeat(await upstream((client, options) => client.assignSeat(seatAssign, options)))
}

async function changeSeat(
  { request, route, query, authorize, upstream }: Job,
  operation: 'revokeSeat' | 'resendInvitation',
) {
  const hint = readSource('query', sourceParams(query))
  const grant = await requireGrant(authorize, request, { operation, source: null })
  const { id } = await findSeatOnGrant(upstream, grant, route.seatId ?? '', hint)
  return pickSeat(await upstream((client, options) => client[operation](id, options)))
}

async function getClaimInfo({ route, upstream }: Job) {
  return pickClaimInfo(await upstream((client, options) => client.getClaimInfo(route.invitationToken ?? '', options)))
}

async function claimSeat({ body, upstream }: Job) {
  // The client refuses what is no text.
  const invitation_token = body.invitation_token as string
  return pickClaimResponse(await upstream((client, options) => client.claimSeat({ invitation_token }, options)))
}

function named(source: SeatSource | null, where: 'query' | 'body'): SeatSource {
  if (source === null) throw invalid([where], 'Either subscription_id or order_id must be provided')
  return source
}
