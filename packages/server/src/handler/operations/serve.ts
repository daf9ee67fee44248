import type { SeatAssign, SeatSource } from '@seats/core'
import { admit } from '../flow/admit.ts'
import { forTrail } from '../audit/AuditEvent.ts'
import { resendInvitation, revokeSeat } from './changeSeat.ts'
import { pickClaimInfo, pickClaimResponse, pickSeat, pickSeatsList } from '../../contract/pick.ts'
import type { Job } from '../flow/RequestContext.ts'
import { invalid, notGranted } from '../../http/refusals.ts'
import { requireToken } from './requireToken.ts'
import { jsonResponse } from '../../http/respond.ts'
import { serveClaimStream, serveEvents } from './serveStreams.ts'
import { readSource, sourceFields, sourceParams } from '../../http/readSource.ts'

/** Carries out what a request asks for. */
export async function serve(job: Job): Promise<Response> {
  const { endpoint } = job.route
  if (endpoint === 'events') return serveEvents(job)
  if (endpoint === 'claimStream') return serveClaimStream(job)
  if (endpoint === 'listSeats') return jsonResponse(await listSeats(job))
  if (endpoint === 'assignSeat') return jsonResponse(await assignSeat(job))
  if (endpoint === 'getClaimInfo') return jsonResponse(await getClaimInfo(job))
  if (endpoint === 'claimSeat') return jsonResponse(await claimSeat(job))
  if (endpoint === 'revokeSeat') return jsonResponse(await revokeSeat(job))
  return jsonResponse(await resendInvitation(job))
}

async function listSeats(job: Job) {
  const source = named(readSource('query', sourceParams(job.query)), 'query')
  const { upstream } = await admit(job, source)
  return pickSeatsList(await upstream.read((client, options) => client.listSeats(source, options)))
}

const recipientFields = ['email', 'external_customer_id', 'customer_id', 'external_member_id', 'member_id'] as const
const assignFields = [...recipientFields, 'metadata', 'immediate_claim'] as const

async function assignSeat(job: Job) {
  const { body, trail } = job
  const source = named(readSource('body', sourceFields(body)), 'body')
  const recipient = recipientFields.map((field) => body[field]).find((value) => typeof value === 'string')
  trail.recipient = recipient === undefined ? null : forTrail(recipient)
  const { grant, upstream } = await admit(job, source)
  if ((body.immediate_claim ?? false) !== false && grant.immediateClaim !== true) {
    throw notGranted('You may not seat people without an invitation.')
  }
  if ((body.customer_id ?? body.external_customer_id ?? null) !== null && grant.customerIds !== true) {
    throw notGranted('You may not seat people by a customer id. Name them by their address.')
  }
  const given = Object.fromEntries(assignFields.map((field) => [field, body[field]]))
  // The client checks what it is given, whatever its type says.
  const seatAssign = { ...given, ...source } as SeatAssign
  const seat = pickSeat(await upstream.change((client, options) => client.assignSeat(seatAssign, options)))
  trail.seat = seat
  trail.seatId = seat.id
  job.announce({ seat })
  return seat
}

async function getClaimInfo({ route, upstream, budgets, address }: Job) {
  const invitationToken = requireToken(route)
  const polar = upstream(budgets.forAddress(address))
  return pickClaimInfo(await polar.read((client, options) => client.getClaimInfo(invitationToken, options)))
}

async function claimSeat({ body, upstream, budgets, address, trail, announce }: Job) {
  // The client refuses what is no text.
  const invitation_token = body.invitation_token as string
  const polar = upstream(budgets.forAddress(address))
  const claim = pickClaimResponse(
    await polar.change((client, options) => client.claimSeat({ invitation_token }, options)),
  )
  trail.seat = claim.seat
  trail.seatId = claim.seat.id
  announce({ seat: claim.seat })
  return claim
}

function named(source: SeatSource | null, where: 'query' | 'body'): SeatSource {
  if (source === null) throw invalid([where], 'Either subscription_id or order_id must be provided')
  return source
}
