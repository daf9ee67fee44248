import type { CustomerSeat, SeatSource } from '@seats/core'
import { sourceKey } from '../../contract/sourceKey.ts'
import { notFound, Refusal } from '../../http/refusals.ts'
import { parseUuid } from '../../internal/parseUuid.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/**
 * Finds a seat on the sources of a grant. The id of a seat does not say which source it is on, so the rosters of the
 * grant are read until one has the seat.
 *
 * @param hint The source that the request names. It is read first.
 * @throws Refusal with status 404 if no source has the seat. The error is the same for a seat that does not exist and
 * for one on another customer's source. If Polar refused one of the sources, throws that error instead.
 */
export async function findGrantedSeat(
  upstream: Upstream,
  grant: SeatsGrant,
  seatId: string,
  hint: SeatSource | null,
): Promise<{ seat: CustomerSeat; source: SeatSource }> {
  const hintKey = hint === null ? undefined : sourceKey(hint)
  const isHint = (source: SeatSource) => sourceKey(source) === hintKey
  const sources = [...grant.sources.filter(isHint), ...grant.sources.filter((source) => !isHint(source))]
  let firstRefusal: Refusal | undefined
  for (const source of sources) {
    const roster = await readRoster(upstream, source)
    if (roster instanceof Refusal) firstRefusal ??= roster
    else {
      const seat = roster.find(({ id }) => parseUuid(id) === seatId)
      if (seat !== undefined) return { seat, source }
    }
  }
  throw firstRefusal ?? notFound('Seat not found')
}

/**
 * Reads a source's roster. If Polar refuses this one source, returns the refusal, because the seat may be on another
 * source. Returns an empty roster for a source that no longer exists at Polar. Throws every other error.
 */
async function readRoster(upstream: Upstream, source: SeatSource): Promise<CustomerSeat[] | Refusal> {
  try {
    return (await upstream.read((client, options) => client.listSeats(source, options))).seats
  } catch (error) {
    const status = (error instanceof Refusal && error.status) || 500
    if (status === 404) return []
    if (error instanceof Refusal && status >= 400 && status < 500 && status !== 429) return error
    throw error
  }
}
