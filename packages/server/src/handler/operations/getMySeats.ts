import { findSeat, type CustomerSeat, type SeatSource } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { notGranted, Refusal } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/respond.ts'
import type { GrantedOccupant } from '../access/SeatsGrant.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/** Lists the seats of the user, by the grant's `occupant`, on the sources of the grant. Never another person's row. */
export const getMySeats = (context: RequestContext): Promise<Outcome> =>
  admit(context, null, async ({ grant, upstream }) => {
    const { occupant, sources } = grant
    if (occupant === undefined) throw notGranted('This app does not say who you are on a roster.')
    const seats = await Promise.all(sources.map((source) => findMine(upstream, source, occupant)))
    return { response: jsonResponse({ items: seats.filter((seat) => seat !== undefined).map(pickSeat) }) }
  })

/** A source that no longer exists at Polar has no seats. */
async function findMine(
  upstream: Upstream,
  source: SeatSource,
  occupant: GrantedOccupant,
): Promise<CustomerSeat | undefined> {
  try {
    return findSeat(await upstream.read((client, options) => client.listSeats(source, options)), occupant)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    throw error
  }
}
