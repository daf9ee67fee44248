import { SeatsError, type SeatsErrorCode, type SeatsOperation } from '../errors/SeatsError.ts'
import type { SeatsIssueCode } from '../errors/SeatsIssueCode.ts'
import { inputIssue, throwIfIssues } from '../internal/input/inputIssues.ts'
import type { SeatSubscription } from '../schemas/SeatSubscription.ts'
import { maxSeatCount } from './seatCountLimits.ts'
import { seatTiersOf } from './seatTiersOf.ts'

/**
 * Throws Polar's error for a seat count that no subscription can have. Accepts a count of 0 or less, for which
 * `checkSeatCount` throws an error.
 */
export function checkSeatCountInput(operation: SeatsOperation, seats: unknown): void {
  const throwIssue = (code: SeatsIssueCode, type: string, msg: string) =>
    throwIfIssues(operation, [inputIssue(code, ['body', 'seats'], msg, seats, type)])
  if (typeof seats !== 'number' || Number.isNaN(seats))
    return throwIssue('wrong_type', 'int_type', 'Input should be a valid integer')
  if (seats > maxSeatCount)
    return throwIssue('too_large', 'less_than_equal', `Input should be less than or equal to ${maxSeatCount}`)
  if (!Number.isInteger(seats)) {
    return throwIssue(
      'not_whole',
      'int_from_float',
      'Input should be a valid integer, got a number with a fractional part',
    )
  }
}

/** Throws Polar's error for a count that this subscription cannot have. Checks the rules in Polar's order. */
export function checkSeatCount(operation: SeatsOperation, subscription: SeatSubscription, seats: number): void {
  const refuseCount = (status: number, code: SeatsErrorCode, detail: string): never => {
    throw new SeatsError({ code, detail, status, operation })
  }
  const { status, cancel_at_period_end } = subscription
  if (status === 'canceled' || status === 'unpaid') {
    refuseCount(403, 'AlreadyCanceledSubscription', 'This subscription has ended. Buy a new one to get seats.')
  }
  if (cancel_at_period_end) {
    const advice = 'Take the cancellation back before you change the seat count.'
    refuseCount(403, 'AlreadyCanceledSubscription', `This subscription ends with its period. ${advice}`)
  }
  const tiers = seatTiersOf(subscription)?.tiers
  if (tiers === undefined || subscription.seats === null) {
    return refuseCount(400, 'NotASeatBasedSubscription', 'This subscription has no seats, so there are none to buy.')
  }
  const minimum = Math.max(1, tiers[0]?.min_seats ?? 1)
  if (seats < minimum) refuseCount(400, 'BelowMinimumSeats', `The smallest seat count is ${minimum}.`)
  const maximum = tiers.at(-1)?.max_seats ?? maxSeatCount
  if (seats > maximum) refuseCount(400, 'AboveMaximumSeats', `The largest seat count is ${maximum}.`)
}
