import { isPickedWhole, pickSeatsList } from '../../contract/pick.ts'
import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { jsonResponse, jsonTextResponse } from '../../http/responses.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { readRoster } from './readRoster.ts'

/** Lists the seats of a source. */
export async function listSeats(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ upstream }) => {
    const { roster, text } = await readRoster(context, upstream, source)
    // Polar's own text is passed on if the page may read all of it. Writing a long roster again would take more time.
    const isPassedOn = text !== undefined && isPickedWhole(roster)
    return { response: isPassedOn ? jsonTextResponse(text) : jsonResponse(pickSeatsList(roster)) }
  })
}
