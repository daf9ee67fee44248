import { isSeatsError } from '../../errors/isSeatsError.ts'
import { isObject } from '../../internal/runtime/is.ts'
import { call } from '../../internal/wire/call.ts'
import type { ClientInternals } from '../../internal/wire/internals.ts'
import type { CallOptions } from '../../options/CallOptions.ts'
import type { ProrationBehavior } from '../../schemas/SeatSubscription.ts'
import type { PolarPreview } from '../../seatCount/computePreview.ts'
import { adviseOnRefusal } from './adviseOnRefusal.ts'
import { subscriptionPath } from './subscriptionPath.ts'

const isPolarPreview = (value: unknown): value is PolarPreview =>
  isObject(value) && ['total_amount', 'tax_amount', 'due_amount'].every((name) => typeof value[name] === 'number')

interface PreviewQuestion {
  subscription_id: string
  seats: number
  behavior: ProrationBehavior
}

/** Asks Polar for a preview, which changes nothing. */
export function askPreview(
  transport: ClientInternals,
  { subscription_id, seats, behavior }: PreviewQuestion,
  options?: CallOptions,
): Promise<PolarPreview> {
  const path = `${subscriptionPath(transport, subscription_id)}/change-preview`
  const body = transport.mode === 'session' ? { seats } : { seats, proration_behavior: behavior }
  return call(
    transport,
    { operation: 'previewSeatCount', method: 'POST', path, body, safe: true },
    isPolarPreview,
    options,
  ).catch(adviseOnRefusal)
}

/** Returns whether the error means that the server has no previews. Previews are not part of Polar's public API. */
export const isPreviewMissing = (error: unknown): boolean =>
  isSeatsError(error) && (error.status === 404 || error.status === 405)
