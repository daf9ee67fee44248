import { giveSeatBack, hasOccupant, isSeatsError, lostSeat, type CustomerSeat, type SeatSource } from '@seats/core'
import { admit } from '../flow/admit.ts'
import { pickSeat } from '../../contract/pick.ts'
import { findSeatOnGrant } from './findSeatOnGrant.ts'
import type { Job } from '../flow/RequestContext.ts'
import { readOccupant } from '../../http/readOccupant.ts'
import { invalid, occupantChanged, occupantRequired, Refusal } from '../../http/refusals.ts'
import { readSource, sourceParams } from '../../http/readSource.ts'
import type { Upstream } from '../polar/startUpstream.ts'

interface Found {
  seat: CustomerSeat
  source: SeatSource
  upstream: Upstream
}

/**
 * Revokes a seat, if whoever the request means has it. Polar knows no such condition: the roster is looked at before, and
 * Polar's answer after. Somebody who got the seat in between is seated again.
 */
export async function revokeSeat(job: Job): Promise<CustomerSeat> {
  const occupant = readOccupant(job.request)
  const { seat: before, source, upstream } = await findSeat(job)
  if (occupant === undefined) throw occupantRequired()
  // Not sent again, since the row can have an occupant by then.
  if (before.status === 'revoked') return pickSeat(before)
  if (!hasOccupant(before, occupant)) throw occupantChanged(pickSeat(before))
  const after = await upstream.change((client, options) => client.revokeSeat(before.id, options))
  const lost = lostSeat(before, after)
  job.trail.seat = pickSeat(lost)
  job.announce({ seat: after })
  if (hasOccupant(lost, before)) return pickSeat(after)
  return seatAgain(job, { seat: lost, source, upstream }, after)
}

/** Sends an invitation again. If the request says whom it means, nobody else gets a mail. */
export async function resendInvitation(job: Job): Promise<CustomerSeat> {
  const occupant = readOccupant(job.request)
  const { seat: before, upstream } = await findSeat(job)
  const isOthers = occupant !== undefined && before.status !== 'revoked' && !hasOccupant(before, occupant)
  if (isOthers) throw occupantChanged(pickSeat(before))
  const seat = await upstream.change((client, options) => client.resendInvitation(before.id, options))
  job.announce({ seat })
  return pickSeat(seat)
}

async function findSeat(job: Job): Promise<Found> {
  const { seatId } = job.route
  if (seatId === undefined) throw invalid(['path', 'seat_id'], 'Input should be a valid UUID', 'uuid_parsing')
  const hint = readSource('query', sourceParams(job.query))
  const { grant, upstream } = await admit(job, null)
  const found = await findSeatOnGrant(upstream, grant, seatId, hint)
  job.trail.seat = pickSeat(found.seat)
  job.trail.source = found.source
  return { ...found, upstream }
}

/** @throws Refusal `SeatOccupantChanged`, always: whoever the request means had lost the seat before */
async function seatAgain(
  { announce, report }: Job,
  { seat, source, upstream }: Found,
  after: CustomerSeat,
): Promise<never> {
  announce({ source })
  const given = await upstream
    .finish((client) => giveSeatBack(client, { source, seat }))
    .catch((error: unknown) => {
      // Too late for an answer: it goes on.
      if (error instanceof Refusal) throw error
      report(error)
      throw occupantChanged(pickSeat(after), isSeatsError(error) ? error : undefined)
    })
  throw occupantChanged(pickSeat(given ?? after))
}
