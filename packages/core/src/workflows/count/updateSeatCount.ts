import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf } from '../../internal/wire/internals.ts'
import { isSeatCountPreview, type SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import { isSeatSubscription, type SeatSubscription } from '../../schemas/SeatSubscription.ts'
import { checkSeatCountInput } from '../../seatCount/checkSeatCount.ts'
import { plainId } from '../../roster/plainId.ts'
import { refuseIfChanged } from '../../seatCount/refuseIfChanged.ts'
import { sendWithRateLimitWait } from '../run/sendWithRateLimitWait.ts'
import { startRun } from '../run/WorkflowRun.ts'
import { adviseOnRefusal } from './adviseOnRefusal.ts'
import { checkBehavior, type BehaviorOption } from './behaviorOf.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { getSubscription } from './getSubscription.ts'
import { subscriptionPath } from './subscriptionPath.ts'
import { previewSeatCount, type SeatCountParams } from './previewSeatCount.ts'
import { settleLostPurchase } from './settleLostPurchase.ts'
import { purchaseLimitMs, type SeatCountOptions } from './SeatCountOptions.ts'

export interface UpdateSeatCountParams extends SeatCountParams {
  /** The preview that the person who pays has confirmed. */
  seen: SeatCountPreview
}

/**
 * Buys or drops seats, for at most the price that was seen. The change is sent again only after a 429. After a lost
 * answer, the subscription is read until it shows the change, or until Polar must have ended the charge.
 *
 * With a token, another change between the last read and this change is not noticed. `@seats/server` notices such a
 * change, because the guard compares and changes under one lock.
 *
 * @param options `signal`, `maxWait`, `now` as in every workflow; `timeout`, milliseconds for the purchase, 60 000 by
 * default, because an invoice is charged before Polar answers; `behavior`, with an organization token only
 * @throws SeatsError `SeatCountChanged` if the count, the scheduled change or the period is no longer what was seen,
 * and `SeatPriceChanged` if the change would cost more: nothing was sent. `SeatCountUnchanged` if the subscription had
 * this count already when `seen` was made. `PaymentFailed` and `PaymentActionRequired`: nothing was bought. An
 * ambiguous error if the purchase may still succeed: do not repeat it. Otherwise like `previewSeatCount`
 * @see https://polar.sh/docs/api-reference/subscriptions/update
 *
 * @example
 * ```ts
 * import { createSeatsClient, previewSeatCount, updateSeatCount } from '@seats/core'
 * import { formatMoney } from '@seats/core/messages'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const params = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', seats: 12 }
 * const seen = await previewSeatCount(client, params)
 * const price = formatMoney(seen.dueNow, seen.currency)
 * if (confirm(`Pay ${price} now?`)) await updateSeatCount(client, { ...params, seen })
 * ```
 */
export async function updateSeatCount(
  client: AnyClient,
  { subscription_id, seats, seen }: UpdateSeatCountParams,
  { behavior, beforeSend, timeout = purchaseLimitMs, ...options }: SeatCountOptions & BehaviorOption = {},
): Promise<SeatSubscription> {
  const run = startRun(client, options)
  const transport = internalsOf(client)
  checkBehavior(transport, behavior)
  checkSeatCountInput('updateSeatCount', seats)
  checkSeen(seen, { subscription_id, seats })
  const callOptions = { signal: run.signal, retry: false } as const
  const read = () => getSubscription(client, { subscription_id }, callOptions)
  const body = {
    seats,
    ...(transport.mode === 'organization' && { proration_behavior: seen.behavior }),
    ...(transport.mode === 'guard' && { seen }),
  }
  const path = subscriptionPath(transport, subscription_id)
  const wireCall = { operation: 'updateSeatCount', method: 'PATCH', path, body, safe: false } as const
  let endsAtMs: number | undefined
  try {
    // Compares again after each 429, because other users can have bought seats during the wait.
    return await sendWithRateLimitWait(run, async () => {
      endsAtMs = undefined
      let currentPrice: SeatCountPreview | undefined
      if (transport.mode !== 'guard') {
        const previewOptions = { behavior, now: run.now, ...callOptions }
        currentPrice = await previewSeatCount(client, { subscription_id, seats }, previewOptions)
        refuseIfChanged(seen, currentPrice)
        const { seats: scheduledSeats } = seen.from.pending_update ?? {}
        // This change is already scheduled.
        if (seen.behavior === 'next_period' && scheduledSeats === seats) return read()
      }
      await beforeSend?.(currentPrice)
      run.signal?.throwIfAborted()
      endsAtMs = performance.now() + timeout
      // The purchase gets no signal. So it runs to its end after an abort, and its outcome is known.
      return call(transport, wireCall, isSeatSubscription, { retry: false, timeout }).catch(adviseOnRefusal)
    })
  } catch (error) {
    // The outcome is known if nothing was sent or a clear answer came.
    if (endsAtMs === undefined || !isSeatsError(error) || !error.isAmbiguous) throw error
    return settleLostPurchase(run, { error, endsAtMs, read, isVisible: (latest) => showsPurchase(latest, seats, seen) })
  }
}

function checkSeen(seen: unknown, { subscription_id, seats }: SeatCountParams): void {
  if (!isSeatCountPreview(seen)) {
    throw misconfigured('`seen` is not a preview. Pass the result of previewSeatCount that was confirmed.')
  }
  if (plainId(seen.subscription_id) !== plainId(subscription_id) || seen.seats !== seats) {
    throw misconfigured('`seen` is the preview of another count or subscription. Ask for a preview of this one.')
  }
  if (seats !== seen.from.seats) return
  throw new SeatsError({
    code: 'SeatCountUnchanged',
    operation: 'updateSeatCount',
    detail: `The subscription has ${seats} seats already. To drop a scheduled change, use cancelSeatCountChange.`,
  })
}

/**
 * Returns whether a subscription shows that the purchase was made. If it shows the old count, the purchase may still be
 * under way.
 */
const showsPurchase = ({ seats, pending_update }: SeatSubscription, boughtSeats: number, { from }: SeatCountPreview) =>
  seats === boughtSeats || (pending_update?.seats === boughtSeats && from.pending_update?.seats !== boughtSeats)
