import { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { missing } from '../cache/missing.ts'
import { isKnown } from '../cache/seatsKeys.ts'

/**
 * Returns the subscription of a source.
 *
 * @throws SeatsError `NotASeatBasedSubscription` for an order, whose seats were bought once and for all
 */
export function subscriptionOf(source: SeatSource | null | undefined): { subscription_id: string } {
  if (!isKnown(source)) throw missing('source')
  const { subscription_id } = source
  if (subscription_id !== undefined) return { subscription_id }
  throw new SeatsError({
    code: 'NotASeatBasedSubscription',
    detail: 'These seats were bought once, with an order. Their number cannot be changed: buy more with a new order.',
  })
}
