import { hasOccupant, type CustomerSeat, type SeatOccupantRef, type SeatSource } from '@seats/core'
import { sourceKey } from '../../contract/sourceKey.ts'
import { notFound, Refusal } from '../../http/refusals.ts'
import { parseUuid } from '../../internal/parseUuid.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'
import { readRoster } from './readRoster.ts'

export interface FindGrantedSeatParams {
  context: RequestContext
  upstream: Upstream
  grant: SeatsGrant
  seatId: string
  /** The source that the request names, if it names one. It is searched first. */
  namedSource: SeatSource | null
  /** The person whom the request names as the occupant. */
  occupant: SeatOccupantRef | undefined
}

/**
 * Finds a seat on the sources of a grant. A seat's id does not say which source the seat is on, but the index shows it
 * for each seat that is in the index. For other seats, the rosters of the grant are read until one has the seat.
 *
 * If the index is fresh and shows the person whom the request means, no roster is read: the row comes from the index.
 *
 * @throws Refusal with status 404 if no source has the seat. The error is the same for a seat that does not exist and
 * for a seat of another customer. If Polar refused one of the sources, throws Polar's error instead.
 */
export async function findGrantedSeat(
  params: FindGrantedSeatParams,
): Promise<{ seat: CustomerSeat; source: SeatSource }> {
  const { context, upstream, grant, seatId, namedSource, occupant } = params
  const namedKey = namedSource === null ? undefined : sourceKey(namedSource)
  const isNamed = (source: SeatSource) => sourceKey(source) === namedKey
  const [namedSources, otherSources] = [
    grant.sources.filter(isNamed),
    grant.sources.filter((source) => !isNamed(source)),
  ]
  const indexed =
    (await findIndexed(context, namedSources, seatId)) ?? (await findIndexed(context, otherSources, seatId))
  if (indexed?.isFresh && isSeatOf(indexed.seat, occupant)) return indexed
  let firstRefusal: Refusal | undefined
  for (const source of indexed === undefined ? [...namedSources, ...otherSources] : [indexed.source]) {
    const seats = await readSeats(context, upstream, source)
    if (seats instanceof Refusal) firstRefusal ??= seats
    else {
      const seat = seats.find(({ id }) => parseUuid(id) === seatId)
      if (seat !== undefined) return { seat, source }
    }
  }
  throw firstRefusal ?? notFound('Seat not found')
}

const isSeatOf = (seat: CustomerSeat, occupant: SeatOccupantRef | undefined) =>
  occupant !== undefined && seat.status !== 'revoked' && hasOccupant(seat, occupant)

/** Resolves with `undefined` if the index does not know the seat, or if the store fails. */
async function findIndexed({ index, indexMaxAgeMs, report }: RequestContext, sources: SeatSource[], seatId: string) {
  const find = async (source: SeatSource) => {
    const found = await index.findSeat(source, seatId, indexMaxAgeMs)
    return found && { ...found, source }
  }
  try {
    return (await Promise.all(sources.map(find))).find((found) => found !== null)
  } catch (error) {
    report(error)
    return undefined
  }
}

/**
 * Reads the seats of a source. Returns no seats if the source no longer exists at Polar. If Polar refuses the source,
 * returns that refusal, because the seat may be on another source. Throws every other error, such as a 429.
 */
async function readSeats(
  context: RequestContext,
  upstream: Upstream,
  source: SeatSource,
): Promise<CustomerSeat[] | Refusal> {
  try {
    return (await readRoster(context, upstream, source)).roster.seats
  } catch (error) {
    const status = (error instanceof Refusal && error.status) || 500
    if (status === 404) return []
    if (error instanceof Refusal && status >= 400 && status < 500 && status !== 429) return error
    throw error
  }
}
