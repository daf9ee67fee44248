import { PolarError } from '../../domain/context/PolarError.ts'
import { ValidationError } from '../../validation/python/pydantic/ValidationError.ts'
import type { Value } from '../../validation/python/json/Value.ts'

export const alreadyCanceled = () =>
  new PolarError(
    403,
    'AlreadyCanceledSubscription',
    'This subscription is already canceled or will be at the end of the period.',
  )
export const inactive = (id: string) => new PolarError(403, 'InactiveSubscription', `Subscription ${id} is not active.`)
export const notSeatBased = () =>
  new PolarError(400, 'NotASeatBasedSubscription', 'This subscription does not support seat-based pricing.')
export const notUnitBased = () =>
  new PolarError(400, 'NotAUnitBasedSubscription', 'This subscription does not support unit-based pricing.')
export const belowMinimumSeats = (minimum: number) =>
  new PolarError(400, 'BelowMinimumSeats', `Minimum ${minimum} seats required.`)
export const aboveMaximumSeats = (maximum: number) =>
  new PolarError(400, 'AboveMaximumSeats', `Maximum ${maximum} seats allowed.`)
export const seatsAlreadyAssigned = (wanted: number, assigned: number) =>
  new PolarError(
    400,
    'SeatsAlreadyAssigned',
    `Cannot decrease seats to ${wanted}. Currently ${assigned} seats are assigned. Revoke seats first.`,
  )
export const invalidQuantity = (seats: number) =>
  new PolarError(400, 'InvalidQuantityError', `No tier covers quantity ${seats}`)
export const paymentFailed = (reason: 'missing_payment_method' | 'card_error') =>
  new PolarError(402, 'PaymentFailed', `Payment failed with reason: ${reason}.`)
export const paymentActionRequired = (orderId: string) =>
  new PolarError(
    402,
    'PaymentActionRequired',
    `Order ${orderId} payment requires customer authentication (e.g. 3DS challenge); off-session charge cannot complete.`,
  )
export const cannotPause = () => new PolarError(409, 'CannotPauseSubscription', 'This subscription cannot be paused.')
export const noScheduledPause = () =>
  new PolarError(409, 'NoScheduledPause', 'This subscription is not scheduled to be paused.')
export const notPaused = () => new PolarError(409, 'NotPausedSubscription', 'This subscription is not paused.')
export const cannotUncancel = () => new PolarError(400, 'BadRequest', 'Bad request')
export const resourceUnavailable = () => new PolarError(410, 'ResourceUnavailable', 'Unavailable')
export const seatChangeNotAllowed = () =>
  new PolarError(403, 'UpdateSubscriptionSeatsNotAllowed', 'Updating subscription seats is not allowed.')
export const planChangeNotAllowed = () =>
  new PolarError(403, 'UpdateSubscriptionPlanNotAllowed', 'Updating subscription plan is not allowed.')
export const pauseNotAllowed = () =>
  new PolarError(403, 'PauseResumeNotAllowed', 'Pausing or resuming a subscription is not allowed.')
export const revokeNotAllowed = () =>
  new PolarError(
    409,
    'RevokeNotAllowed',
    'This subscription can only be revoked while it is past-due with no benefit grace period.',
  )
export const paymentMethodRequired = (action: 'uncancelling' | 'resuming') =>
  new PolarError(409, 'PaymentMethodRequired', `Add a payment method before ${action} this subscription.`)

/** Returns the error for a field of the body whose value breaks a rule. */
export const brokenField = (field: string, msg: string, input: Value, type = 'value_error') =>
  new ValidationError([{ type, loc: ['body', field], msg, input }], 'PolarRequestValidationError')
