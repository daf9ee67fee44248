import { invalidUuid } from '../../http/refusals.ts'
import type { SeatsGrant } from '../access/SeatsGrant.ts'
import { admit } from '../flow/admit.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import type { Upstream } from '../polar/startUpstream.ts'

interface AdmittedSubscription {
  subscription_id: string
  grant: SeatsGrant
  upstream: Upstream
}

/** Serves a request for a subscription, after the user was admitted. */
export type ServeSubscription = (admitted: AdmittedSubscription) => Promise<Outcome>

/** Runs `next` with the subscription that the path names, if the user may use the operation on it. */
export async function admitSubscription(
  context: RequestContext,
  next: ServeSubscription,
  seats?: number,
): Promise<Outcome> {
  const { subscriptionId: subscription_id } = context.route
  if (subscription_id === undefined) throw invalidUuid(['path', 'id'])
  const run = ({ grant, upstream }: Omit<AdmittedSubscription, 'subscription_id'>) =>
    next({ subscription_id, grant, upstream })
  return admit(context, { subscription_id }, run, seats)
}
