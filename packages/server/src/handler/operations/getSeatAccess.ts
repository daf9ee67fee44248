import { readQuerySource, requireSource } from '../../http/readSource.ts'
import { notGranted } from '../../http/refusals.ts'
import { jsonResponse } from '../../http/responses.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'

/**
 * Tells whether the user, whom the grant's `occupant` names, has a seat on a source. Asks the gate, which seldom needs
 * a call to Polar. The answer does not contain the row, because the row can show more than the user may see.
 */
export async function getSeatAccess(context: RequestContext): Promise<Outcome> {
  const source = requireSource(readQuerySource(context.query), 'query')
  return admit(context, source, async ({ grant }) => {
    if (grant.occupant === undefined) throw notGranted('This app does not say who you are on a roster.')
    const answer = await context.gate.check(source, grant.occupant)
    const { seated, basis, asOf, lapsedSince = null } = answer
    const reason = answer.seated ? null : answer.reason
    return { response: jsonResponse({ seated, reason, lapsedSince, basis, asOf }) }
  })
}
