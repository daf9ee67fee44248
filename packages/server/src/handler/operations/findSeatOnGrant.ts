import type { CustomerSeat, SeatSource } from '@seats/core'
import { parseUuid } from '../../internal/parseUuid.ts'
import type { Grant } from '../access/SeatsGrant.ts'
import { notFound, Refusal } from '../../http/refusals.ts'
import { sourceKey } from '../../contract/sourceKey.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/**
 * Returns the seat, if it is on a source of the grant: a seat's id says nothing of whose it is, so rosters are read, the
 * one that is hinted at first.
 *
 * @throws Refusal with status 404 alike for a seat that does not exist and for one of somebody else; as Polar refuses a
 * source, if the seat is on no other one
 */
export async function findSeatOnGrant(
  upstream: Upstream,
  grant: Grant,
  seatId: string,
  hint: SeatSource | null,
): Promise<{ seat: CustomerSeat; source: SeatSource }> {
  const hinted = hint === null ? undefined : sourceKey(hint)
  const isHinted = (source: SeatSource) => sourceKey(source) === hinted
  const sources = [...grant.sources.filter(isHinted), ...grant.sources.filter((source) => !isHinted(source))]
  let refused: Refusal | undefined
  for (const source of sources) {
    const roster = await rosterOf(upstream, source)
    if (roster instanceof Refusal) refused ??= roster
    else {
      const seat = roster.find(({ id }) => parseUuid(id) === seatId)
      if (seat !== undefined) return { seat, source }
    }
  }
  throw refused ?? notFound('Seat not found')
}

/** Returns the refusal of a source that Polar refuses for its own sake, which must not hide a seat on another. */
async function rosterOf(upstream: Upstream, source: SeatSource): Promise<CustomerSeat[] | Refusal> {
  try {
    return (await upstream.read((client, options) => client.listSeats(source, options))).seats
  } catch (error) {
    const status = (error instanceof Refusal && error.status) || 500
    // Gone at Polar.
    if (status === 404) return []
    if (error instanceof Refusal && status >= 400 && status < 500 && status !== 429) return error
    throw error
  }
}
