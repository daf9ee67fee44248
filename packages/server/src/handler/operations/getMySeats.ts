import { findSeat, hasOccupant, type CustomerSeat, type SeatSource } from '@seats/core'
import { pickSeat } from '../../contract/pick.ts'
import { notGranted, Refusal } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { GrantedOccupant } from '../access/SeatsGrant.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'
import { readRoster } from './readRoster.ts'

/**
 * Lists the seats of the user on the sources of the grant. The grant's `occupant` names the user. Never returns another
 * person's row.
 */
export const getMySeats = (context: RequestContext): Promise<Outcome> =>
  admit(context, null, async ({ grant, upstream }) => {
    const { occupant, sources } = grant
    if (occupant === undefined) throw notGranted('This app does not say who you are on a roster.')
    const seats = await Promise.all(sources.map((source) => findMine(context, upstream, source, occupant)))
    return { response: jsonResponse({ items: seats.filter((seat) => seat !== undefined).map(pickSeat) }) }
  })

/**
 * Finds the user's seat in the index if the index is fresh, and otherwise lists the roster. A source that no longer
 * exists at Polar has no seats. If no call is allowed at the moment, an older index is used. Without that, a user who
 * has more sources than calls in a minute would never get an answer.
 */
async function findMine(
  context: RequestContext,
  upstream: Upstream,
  source: SeatSource,
  occupant: GrantedOccupant,
): Promise<CustomerSeat | undefined> {
  const indexed = await findIndexed(context, source, occupant)
  if (indexed !== undefined && indexed.ageMs < context.indexMaxAgeMs) return indexed.seat
  try {
    return findSeat((await readRoster(context, upstream, source)).roster, occupant)
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return undefined
    if (error instanceof Refusal && error.status === 429 && indexed !== undefined) return indexed.seat
    throw error
  }
}

/** Resolves with `undefined` if the index does not have the roster, or if the store fails. */
async function findIndexed({ index, report }: RequestContext, source: SeatSource, occupant: GrantedOccupant) {
  try {
    const { listedAtMs, isRosterOutdated, found } = await index.findPerson(source, occupant)
    if (isRosterOutdated) return undefined
    const seat = found[0]?.row.seat
    const isTheirs = seat !== undefined && seat.status !== 'revoked' && hasOccupant(seat, occupant)
    return { seat: isTheirs ? seat : undefined, ageMs: Date.now() - listedAtMs }
  } catch (error) {
    report(error)
    return undefined
  }
}
