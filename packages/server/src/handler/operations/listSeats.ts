import { pickSeatsList } from '../../contract/pick.ts'
import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { jsonResponse } from '../../http/respond.ts'
import { rememberCustomer } from '../../occupants/customerSources.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'

/** Lists the seats of a source. */
export async function listSeats(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ upstream }) => {
    const list = await upstream.read((client, options) => client.listSeats(source, options))
    // Nobody waits for it: without it, a member's new name is seen a little later.
    void rememberCustomer(context.store, source, list.seats).catch(context.report)
    return { response: jsonResponse(pickSeatsList(list)) }
  })
}
