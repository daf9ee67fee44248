import { previewSeatCount as previewInCore } from '@seats/core'
import { readSeatCount } from '../../http/readSeatCount.ts'
import { jsonResponse } from '../../http/responses.ts'
import { checkDirection } from '../access/checkSeatCountGrant.ts'
import type { Outcome } from '../flow/Outcome.ts'
import type { RequestContext } from '../flow/RequestContext.ts'
import { admitSubscription, type ServeSubscription } from './admitSubscription.ts'

/** Returns the price of another seat count. This server decides how the change is charged, not the browser. */
export async function previewSeatCount(context: RequestContext): Promise<Outcome> {
  const { proration } = context
  const seats = readSeatCount(context.body, ['seats'])
  const next: ServeSubscription = async ({ subscription_id, grant, upstream }) => {
    const price = await upstream.read((client, options) =>
      previewInCore(client, { subscription_id, seats }, { ...options, behavior: proration }),
    )
    checkDirection(grant, price.from, seats)
    return { response: jsonResponse(price) }
  }
  return admitSubscription(context, next, seats)
}
