import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf, type ClientInternals } from '../../internal/wire/internals.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { isAsSeen, type SeenSubscription } from '../../seatCount/isAsSeen.ts'
import { sendPatiently } from '../run/sendPatiently.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { adviseOnRefusal } from './adviseOnRefusal.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { getSubscription, subscriptionPath } from './getSubscription.ts'
import { settlePurchase } from './settlePurchase.ts'
import { purchaseLimitMs, type CancelSeatCountOptions } from './SeatCountOptions.ts'

export interface CancelSeatCountParams {
  subscription_id: string
  /** The subscription as the user has seen it. Nothing is sent if its seats, scheduled change or period have changed since. */
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
  let endsAt: number | undefined
  /** Reads first, so that the count is current even after a 429. */
  const takeBack = async (compared: SeenSubscription | undefined) => {
    endsAt = undefined
    const found = await read()
    const isScheduled = hasScheduledCount(found)
    // Somebody else may have taken it back already.
    const isAsWanted = !isScheduled && found.seats === compared?.seats
    if (compared && !isAsWanted && !isAsSeen(compared, found)) throw changed(found)
    if (!isScheduled) return found
    const body = bodies[transport.mode](found, compared)
    await beforeSend?.(found)
    run.signal?.throwIfAborted()
    endsAt = performance.now() + timeout
    const spec = { operation, method: 'PATCH', path, body, safe: false } as const
    return call(transport, spec, isSeatSubscription, { retry: false, timeout }).catch(adviseOnRefusal)
  }
  // Usually runs once. If somebody buys seats between the read and the request, the request has an outdated count, and
  // Polar schedules a reduction to it. The next run cancels that.
  for (let tries = 1; ; tries++) {
    try {
      const subscription = await sendPatiently(run, () => takeBack(tries === 1 ? seen : undefined))
      if (tries === mostTries || !hasScheduledCount(subscription)) return subscription
    } catch (error) {
      // Polar refuses this if nothing is scheduled any more. The next run reads again to make sure.
      if (tries < mostTries && isSeatsError(error, 'RequestValidationError')) continue
      if (endsAt === undefined || !isSeatsError(error) || !error.isAmbiguous) throw error
      return settlePurchase(run, { error, endsAt, read, isMade: (found) => !hasScheduledCount(found) })
    }
  }
}

const operation = 'cancelSeatCountChange'

const changed = ({ seats, pending_update }: SeatSubscription) => {
  const later = hasScheduledCount({ pending_update }) ? `, and ${pending_update?.seats} from the next period` : ''
  const detail = `The subscription has changed: it has ${seats} seats now${later}. The scheduled change was not cancelled. Look at the subscription and try again.`
  return new SeatsError({ code: 'SeatCountChanged', operation, detail })
}

const mostTries = 3

const hasScheduledCount = ({ pending_update }: Pick<SeatSubscription, 'pending_update'>) =>
  (pending_update?.seats ?? null) !== null

type BodyOf = (subscription: SeatSubscription, seen: SeenSubscription | undefined) => object

/** Polar cancels a scheduled change of the count if the current count is requested. */
const bodies: Record<ClientInternals['mode'], BodyOf> = {
  organization: ({ seats }) => ({ seats, proration_behavior: 'next_period' }),
  // If somebody has bought seats since, sending a count could cost money. So it is sent only if a change of the product is
  // scheduled too, because that change must stay.
  session: ({ seats, pending_update }) => (pending_update?.product_id ? { seats } : { pending_update: null }),
  guard: (_, seen) => ({ pending_update: null, ...(seen && { seen: pickSeen(seen) }) }),
}

const pickSeen = ({ seats, pending_update, current_period_end }: SeenSubscription): SeenSubscription => ({
  seats,
  pending_update,
  current_period_end,
})
