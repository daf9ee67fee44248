import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf, type ClientInternals } from '../../internal/wire/internals.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { isAsSeen, type SeenSubscription } from '../../seatCount/isAsSeen.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { adviseOnRefusal } from './adviseOnRefusal.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { getSubscription } from './getSubscription.ts'
import { subscriptionPath } from './subscriptionPath.ts'
import { settleLostPurchase } from './settleLostPurchase.ts'
import { purchaseLimitMs, type CancelSeatCountOptions } from './SeatCountOptions.ts'

export interface CancelSeatCountParams {
  subscription_id: string
  /**
   * The subscription as the user has seen it. Nothing is sent if its seats, scheduled change or period have changed
   * since.
   */
  seen?: SeenSubscription | undefined
}

/**
 * Cancels a change of the seat count that is scheduled for the end of the period. A scheduled change of the product
 * is kept. Does nothing if no change of the count is scheduled.
 *
 * @param params `seen`: a subscription of `getSubscription`, for example the one on the screen
 * @throws SeatsError `SeatCountChanged` if the subscription is no longer as in `seen`: nothing was sent. Also
 * throws the errors of `updateSeatCount`
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { cancelSeatCountChange, createSeatsClient, getSubscription } from '@seats/core'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const subscription_id = '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11'
 * const seen = await getSubscription(client, { subscription_id })
 * await cancelSeatCountChange(client, { subscription_id, seen })
 * ```
 */
export async function cancelSeatCountChange(
  client: AnyClient,
  { subscription_id, seen }: CancelSeatCountParams,
  { beforeSend, timeout = purchaseLimitMs, ...options }: CancelSeatCountOptions = {},
): Promise<SeatSubscription> {
  const run = startRun(client, options)
  const transport = internalsOf(client)
  const path = subscriptionPath(transport, subscription_id)
  const read = () => getSubscription(client, { subscription_id }, { signal: run.signal, retry: false })
  let endsAtMs: number | undefined
  /**
   * Reads the subscription, and cancels its scheduled change with one request. Runs again after each 429, so that the
   * count is current.
   */
  const cancelOnce = async (expected: SeenSubscription | undefined) => {
    endsAtMs = undefined
    const latest = await read()
    const isScheduled = hasScheduledCount(latest)
    // Another user may have cancelled the change already.
    const isAlreadyCancelled = !isScheduled && latest.seats === expected?.seats
    if (expected && !isAlreadyCancelled && !isAsSeen(expected, latest)) throw changedError(latest)
    if (!isScheduled) return latest
    const body = bodyByMode[transport.mode](latest, expected)
    await beforeSend?.(latest)
    run.signal?.throwIfAborted()
    endsAtMs = performance.now() + timeout
    const wireCall = { operation, method: 'PATCH', path, body, safe: false } as const
    return call(transport, wireCall, isSeatSubscription, { retry: false, timeout }).catch(adviseOnRefusal)
  }
  // Usually runs once. If another user buys seats between the read and the request, Polar schedules a reduction to the
  // old count. The next run cancels that reduction.
  for (let attempt = 1; ; attempt++) {
    try {
      const subscription = await sendWithRateLimitWait(run, () => cancelOnce(attempt === 1 ? seen : undefined))
      if (attempt === maxAttempts || !hasScheduledCount(subscription)) return subscription
    } catch (error) {
      // Polar refuses the request if nothing is scheduled. The next run reads again to make sure.
      if (attempt < maxAttempts && isSeatsError(error, 'RequestValidationError')) continue
      if (endsAtMs === undefined || !isSeatsError(error) || !error.isAmbiguous) throw error
      return settleLostPurchase(run, { error, endsAtMs, read, isVisible: (latest) => !hasScheduledCount(latest) })
    }
  }
}

const operation = 'cancelSeatCountChange'

const changedError = ({ seats, pending_update }: SeatSubscription) => {
  const scheduledText = hasScheduledCount({ pending_update })
    ? `, and ${pending_update?.seats} from the next period`
    : ''
  const detail = `The subscription has changed: it has ${seats} seats now${scheduledText}. The scheduled change was not cancelled. Look at the subscription and try again.`
  return new SeatsError({ code: 'SeatCountChanged', operation, detail })
}

const maxAttempts = 3

const hasScheduledCount = ({ pending_update }: Pick<SeatSubscription, 'pending_update'>) =>
  (pending_update?.seats ?? null) !== null

type CreateBody = (subscription: SeatSubscription, seen: SeenSubscription | undefined) => object

/** The body of the request. Polar cancels a scheduled change of the count if the current count is requested. */
const bodyByMode: Record<ClientInternals['mode'], CreateBody> = {
  organization: ({ seats }) => ({ seats, proration_behavior: 'next_period' }),
  // If another user has bought seats since the read, sending the old count could cost money. So the count is sent only
  // if a scheduled change of the product has to be kept.
  session: ({ seats, pending_update }) => (pending_update?.product_id ? { seats } : { pending_update: null }),
  guard: (_, seen) => ({ pending_update: null, ...(seen && { seen: pickSeen(seen) }) }),
}

const pickSeen = ({ seats, pending_update, current_period_end }: SeenSubscription): SeenSubscription => ({
  seats,
  pending_update,
  current_period_end,
})
