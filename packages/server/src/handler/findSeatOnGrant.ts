import type { CustomerSeat, SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import type { Grant } from './Grant.ts'
import { notFound, Refusal } from './refusals.ts'
import { sourceKey } from './source.ts'
import type { Upstream } from './Upstream.ts'

/**
 * The seat, if it is on a source of the grant: a seat's id says nothing of whose it is, so rosters are read, the one
 * that is hinted at first.
 *
 * @throws SeatsError 404 alike for a seat that does not exist and for one of somebody else
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
  for (const source of sources) {
    const seat = (await rosterOf(upstream, source)).find(({ id }) => parseUuid(id) === seatId)
    if (seat !== undefined) return { seat, source }
  }
  throw notFound('Seat not found')
}

/** A source of the grant that is gone at Polar has no seats. */
async function rosterOf(upstream: Upstream, source: SeatSource): Promise<CustomerSeat[]> {
  try {
    return (await upstream.read((client, options) => client.listSeats(source, options))).seats
  } catch (error) {
    if (error instanceof Refusal && error.status === 404) return []
    throw error
  }
}
