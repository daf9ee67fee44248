import type { SeatSource } from '@seats/core'
import { askForGrant } from '../access/askForGrant.ts'
import { checkGrant } from '../access/checkGrant.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import type { Upstream } from '../polar/startUpstream.ts'
import type { Outcome } from './Outcome.ts'
import type { RequestContext } from './RequestContext.ts'
import { withFindings } from './withFindings.ts'

interface Admitted {
  grant: SeatsGrant
  /** Sends calls to Polar, which spend the user's budget. */
  upstream: Upstream
}

/**
 * Runs `next` if the user may use the operation on the source. The outcome has the source and the actor for the audit,
 * even if the user is refused.
 *
 * @param source The source that the request names, or null for a call on a seat's id and for `getMySeats`.
 * @param seats The seat count that the request asks for.
 */
export function admit(
  context: RequestContext,
  source: SeatSource | null,
  next: (admitted: Admitted) => Promise<Outcome>,
  seats?: number,
): Promise<Outcome> {
  const { authorize, request, route, budgets, upstreamFor } = context
  const call = { operation: route.operation, source, ...(seats !== undefined && { seats }) }
  return withFindings({ audit: { source } }, async () => {
    const uncheckedGrant = await askForGrant(authorize, request, call)
    return withFindings({ audit: { actor: uncheckedGrant.actor ?? null } }, async () => {
      const grant = checkGrant(uncheckedGrant, call)
      return next({ grant, upstream: upstreamFor(budgets.forGrant(grant)) })
    })
  })
}
