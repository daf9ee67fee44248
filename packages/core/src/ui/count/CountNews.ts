import type { SeatSubscription } from '../../schemas/SeatSubscription.ts'

/** The message after a change of the seat count. */
export interface CountNews {
  message: string
  /** The new count. */
  seats: number
  /** True if the new count applies only from the next period on. */
  isLater: boolean
  /** True if a scheduled change was cancelled. Then the message is true only until another change is scheduled. */
  isKept?: boolean | undefined
}

/** Returns whether the message still fits the subscription: the count is, or is going to be, the one in the message. */
export const isCountNewsTrue = (
  { seats, isLater, isKept = false }: CountNews,
  { seats: count, pending_update }: SeatSubscription,
): boolean => (isLater ? pending_update?.seats : count) === seats && !(isKept && pending_update?.seats)
