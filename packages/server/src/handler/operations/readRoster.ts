import { listSeatsWithText, type SeatSource, type SeatsList, type SeatsListWithText } from '@seats/core'
import { rememberCustomer } from '../../occupants/customerSources.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'

/**
 * Reads the roster of a source, and stores it in the index for later changes and for the gate. The answer does not wait
 * for the index. If storing fails, a later change reads the roster again.
 */
export async function readRoster(
  context: RequestContext,
  upstream: Upstream,
  source: SeatSource,
): Promise<SeatsListWithText> {
  const askedAtMs = Date.now()
  const answer = await upstream.read((client, options) => listSeatsWithText(client, source, options))
  storeRoster(context, source, answer.roster, askedAtMs).catch(context.report)
  return answer
}

async function storeRoster(
  { store, index, indexMaxAgeMs }: RequestContext,
  source: SeatSource,
  roster: SeatsList,
  askedAtMs: number,
) {
  await rememberCustomer(store, source, roster.seats)
  // If the list in the index is younger than half of `indexMaxAge`, the new list is not stored.
  if (!(await index.isListed(source, indexMaxAgeMs / 2))) await index.recordList(source, roster, askedAtMs)
}
