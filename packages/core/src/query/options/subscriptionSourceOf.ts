import { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { missingError } from '../cache/missingError.ts'
import { isSourceKnown } from '../cache/seatsKeys.ts'

/**
 * Returns the source if it is a subscription.
 *
 * @throws SeatsError `NotASeatBasedSubscription` for an order, whose seat count cannot change
 */
export function subscriptionSourceOf(source: SeatSource | null | undefined): { subscription_id: string } {
  if (!isSourceKnown(source)) throw missingError('source')
  const { subscription_id } = source
  if (subscription_id !== undefined) return { subscription_id }
  throw new SeatsError({
    code: 'NotASeatBasedSubscription',
    detail: 'These seats were bought once, with an order. Their number cannot be changed: buy more with a new order.',
  })
}
