import { getSubscription as getInCore } from '@seats/core'
import { pickSubscription } from '../../contract/pick.ts'
import { jsonResponse } from '../../http/responses.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { admitSubscription } from './admitSubscription.ts'

/** Gets a subscription: seat count, prices, period and scheduled change. */
export const getSubscription = (context: RequestContext): Promise<Outcome> =>
  admitSubscription(context, async ({ subscription_id, upstream }) => {
    const subscription = await upstream.read((client, options) => getInCore(client, { subscription_id }, options))
    return { response: jsonResponse(pickSubscription(subscription)) }
  })
