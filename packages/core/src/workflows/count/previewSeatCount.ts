import { isSeatsError } from '../../errors/isSeatsError.ts'
import { call } from '../../internal/wire/call.ts'
import { internalsOf, type ClientInternals } from '../../internal/wire/internals.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import { isSeatCountPreview, type SeatCountPreview } from '../../schemas/SeatCountPreview.ts'
import { checkSeatCount, checkSeatCountInput } from '../../seatCount/checkSeatCount.ts'
import { computePreview } from '../../seatCount/computePreview.ts'
import { askPreview, isPreviewMissing } from './askPreview.ts'
import { behaviorOf, checkBehavior, type BehaviorOption } from './behaviorOf.ts'
import type { AnyClient } from '../run/AnyClient.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import type { WorkflowOptions } from '../run/WorkflowOptions.ts'
import { getSubscription } from './getSubscription.ts'
import { subscriptionPath } from './subscriptionPath.ts'

export interface SeatCountParams {
  subscription_id: string
  /** The new total number of seats, not the difference. */
  seats: number
}

type SeatCountPreviewOptions = CallOptions & BehaviorOption & Pick<WorkflowOptions, 'now'>

/**
 * Resolves with the price of another seat count. Show this price to the person who pays, then pass it to
 * `updateSeatCount`.
 *
 * Polar's own preview contains all unbilled amounts. So two previews are read and compared: by this function with a
 * token, otherwise by `@seats/server`. If Polar has no previews, the price is estimated from the subscription's prices
 * and period.
 *
 * @param options the options of every call; `now`, the clock; `behavior`, with an organization token only
 * @throws SeatsError `AlreadyCanceledSubscription`, `NotASeatBasedSubscription`, `BelowMinimumSeats`,
 * `AboveMaximumSeats` or `SeatsAlreadyAssigned` for a count that is not possible; `RequestValidationError` for a count
 * that is not a whole number; `UpdateSubscriptionSeatsNotAllowed` with a session, if the organization does not let
 * customers change the count
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient, previewSeatCount } from '@seats/core'
 * import { formatMoney } from '@seats/core/messages'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const params = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11', seats: 12 }
 * const { dueNow, perPeriod, currency } = await previewSeatCount(client, params)
 * const [now, later] = [formatMoney(dueNow, currency), formatMoney(perPeriod, currency)]
 * console.log(`At most ${now} now, then ${later} each period`)
 * ```
 */
export async function previewSeatCount(
  client: AnyClient,
  { subscription_id, seats }: SeatCountParams,
  { behavior, now = client.now, ...options }: SeatCountPreviewOptions = {},
): Promise<SeatCountPreview> {
  const transport = internalsOf(client)
  checkWorkflowOptions({ now })
  checkBehavior(transport, behavior)
  checkSeatCountInput('previewSeatCount', seats)
  if (transport.mode === 'guard') return askGuard(transport, { subscription_id, seats }, options)
  const subscription = await getSubscription(client, { subscription_id }, options)
  checkSeatCount('previewSeatCount', subscription, seats)
  const chosenBehavior = behaviorOf(transport, subscription, seats, behavior)
  const askFor = (count: number) =>
    askPreview(transport, { subscription_id, seats: count, behavior: chosenBehavior }, options)
  // The preview of the current count contains only the unbilled amounts of earlier changes.
  const [newCountPreview, currentCountPreview] = await Promise.all([
    askFor(seats).catch(ignoreMissingPreview),
    askFor(subscription.seats ?? 0).catch(ignoreMissingCurrentPreview),
  ])
  return computePreview(subscription, {
    seats,
    behavior: chosenBehavior,
    newCountPreview,
    currentCountPreview,
    nowMs: now(),
  })
}

/** `@seats/server` compares Polar's previews itself, because it knows the discount, which a browser does not get. */
function askGuard(transport: ClientInternals, { subscription_id, seats }: SeatCountParams, options: CallOptions) {
  const path = `${subscriptionPath(transport, subscription_id)}/change-preview`
  return call(
    transport,
    { operation: 'previewSeatCount', method: 'POST', path, body: { seats }, safe: true },
    isSeatCountPreview,
    options,
  )
}

const ignoreMissingPreview = (error: unknown): undefined => {
  if (!isPreviewMissing(error)) throw error
}

/**
 * Polar rejects a preview of a current count that could not be bought today: too few or too many seats, or fewer than
 * are assigned.
 */
const ignoreMissingCurrentPreview = (error: unknown): undefined => {
  const isRejected = codesOfUnavailableCounts.some((code) => isSeatsError(error, code))
  if (!isPreviewMissing(error) && !isRejected) throw error
}

const codesOfUnavailableCounts = ['SeatsAlreadyAssigned', 'BelowMinimumSeats', 'AboveMaximumSeats'] as const
