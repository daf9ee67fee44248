import { pickSeatsList } from '../../contract/pick.ts'
import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { jsonResponse } from '../../http/respond.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { rememberRoster } from './rememberRoster.ts'

/** Lists the seats of a source. */
export async function listSeats(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ upstream }) => {
    const askedAtMs = Date.now()
    const list = await upstream.read((client, options) => client.listSeats(source, options))
    rememberRoster(context, source, list, askedAtMs)
    return { response: jsonResponse(pickSeatsList(list)) }
  })
}
