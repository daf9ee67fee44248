import { isSeatsError } from '../../errors/isSeatsError.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf, type ClientInternals } from '../../internal/wire/internals.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { adviseOnRefusal } from './adviseOnRefusal.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { getSubscription, subscriptionPath } from './getSubscription.ts'
import { settlePurchase } from './settlePurchase.ts'
import { purchaseLimitMs, type SeatCountOptions } from './SeatCountOptions.ts'

/**
 * Cancels a change of the seat count that is scheduled for the end of the period. A scheduled change of the product
 * is kept. Does nothing if no change of the count is scheduled.
 *
 * @throws SeatsError as `updateSeatCount`
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { cancelSeatCountChange, createSeatsClient } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * await cancelSeatCountChange(client, { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' })
 * ```
 */
export async function cancelSeatCountChange(
  client: AnyClient,
  { subscription_id }: { subscription_id: string },
  { beforeSend, timeout = purchaseLimitMs, ...options }: SeatCountOptions = {},
): Promise<SeatSubscription> {
  const run = startRun(client, options)
  const transport = internalsOf(client)
  const path = subscriptionPath(transport, subscription_id)
  const read = () => getSubscription(client, { subscription_id }, { signal: run.signal, retry: false })
  let endsAt = 0
  /** Reads first, so that the count is current even after a 429. */
  const takeBack = async () => {
    const found = await read()
    if (!hasScheduledCount(found)) return found
    const body = bodies[transport.mode](found)
    await beforeSend?.()
    run.signal?.throwIfAborted()
    endsAt = performance.now() + timeout
    const spec = { operation: 'cancelSeatCountChange', method: 'PATCH', path, body, safe: false } as const
    return call(transport, spec, isSeatSubscription, { retry: false, timeout }).catch(adviseOnRefusal)
  }
  // Usually runs once. If somebody else has bought seats since the read, the old count is sent as if it was the
  // current one, and schedules a reduction. The next run cancels it.
  for (let tries = 1; ; tries++) {
    try {
      const subscription = await sendPatiently(run, takeBack)
      if (tries === mostTries || !hasScheduledCount(subscription)) return subscription
    } catch (error) {
      // The change has already been cancelled.
      if (tries < mostTries && isSeatsError(error, 'RequestValidationError')) continue
      if (!isSeatsError(error) || !error.isAmbiguous) throw error
      return settlePurchase(run, { error, endsAt, read, isMade: (found) => !hasScheduledCount(found) })
    }
  }
}

const mostTries = 3

const hasScheduledCount = ({ pending_update }: SeatSubscription) => (pending_update?.seats ?? null) !== null

/** Polar cancels a scheduled change of the count if the current count is requested. */
const bodies: Record<ClientInternals['mode'], (subscription: SeatSubscription) => object> = {
  organization: ({ seats }) => ({ seats, proration_behavior: 'next_period' }),
  // A count would be charged by the organization's setting if somebody has bought since. So it is sent only if a product
  // is scheduled, which must stay.
  session: ({ seats, pending_update }) => (pending_update?.product_id ? { seats } : { pending_update: null }),
  guard: () => ({ pending_update: null }),
}
