import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'

/** The message after a change of the seat count. */
export interface CountNews {
  message: string
  seats: number
  /** True if the new count applies only from the next period on. */
  isLater: boolean
}

/** Returns whether the message is still true, because the count in the message has not changed since. */
export const isCountNewsTrue = (
  { seats, isLater }: CountNews,
  { seats: count, pending_update }: SeatSubscription,
): boolean => (isLater ? pending_update?.seats : count) === seats
