import type { SeatSubscription } from '../schemas/SeatSubscription.ts'

/** The fields of a subscription that are compared before a change of its seat count. */
export type SeenSubscription = Pick<SeatSubscription, 'seats' | 'pending_update' | 'current_period_end'>

/** Returns whether a subscription still has the seat count, scheduled change and period that the user has seen. */
export const isAsSeen = (seen: SeenSubscription, current: SeenSubscription): boolean =>
  describe(seen) === describe(current)

const describe = ({ seats, pending_update: pending, current_period_end }: SeenSubscription) =>
  JSON.stringify([seats, current_period_end, pending && [pending.seats, pending.product_id, pending.applies_at]])
