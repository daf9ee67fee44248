import { pickSeatsList } from '../../contract/pick.ts'
import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { jsonResponse } from '../../http/responses.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { readRoster } from './readRoster.ts'

/** Lists the seats of a source. */
export async function listSeats(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ upstream }) => {
    return { response: jsonResponse(pickSeatsList(await readRoster(context, upstream, source))) }
  })
}
