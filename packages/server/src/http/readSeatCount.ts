import { seatCountPreviewSchema, type SeatCountPreview, type SeenSubscription } from '@seats/core'
import { prorationBehaviors } from '../contract/prorationBehaviors.ts'
import { isObject } from '../internal/isObject.ts'
import { isTextOrNull } from '../internal/isTextOrNull.ts'
import { invalid } from './refusals.ts'

/**
 * Reads the seat count of a body. The body may have only these fields, so a browser cannot choose how a change is
 * charged.
 *
 * @throws Refusal with status 422 if the count is not a whole number, or if there is another field.
 */
export function readSeatCount(body: Record<string, unknown>, fields: readonly string[]): number {
  refuseOtherFields(body, fields)
  const { seats } = body
  if (seats === undefined) throw invalid('required', ['body', 'seats'], 'Field required', 'missing')
  if (!Number.isInteger(seats))
    throw invalid('wrong_type', ['body', 'seats'], 'Input should be a valid integer', 'int_type')
  return Number(seats)
}

/**
 * Reads the preview that the user has confirmed.
 *
 * @throws Refusal with status 422 if `seen` is not a preview of this subscription and count.
 */
export function readSeen(
  { seen }: Record<string, unknown>,
  request: { subscription_id: string; seats: number },
): SeatCountPreview {
  if (seen === undefined) throw invalid('required', ['body', 'seen'], 'Field required', 'missing')
  const { data } = seatCountPreviewSchema.safeParse(seen)
  const isForRequest = data?.subscription_id === request.subscription_id && data.seats === request.seats
  if (isForRequest && isPlausible(data)) return data
  throw invalid('preview_mismatch', ['body', 'seen'], 'Give the preview of this subscription and seat count')
}

/**
 * Checks the fields of a preview that came from a browser: some of them go to the audit, and a sender can put any text
 * into them.
 */
function isPlausible({ behavior, currency, appliesAt, asOf, from, ...amounts }: SeatCountPreview): boolean {
  const isTime = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(Z|[+-]\d\d:\d\d)$/.test(appliesAt)
  return (
    prorationBehaviors.includes(behavior) &&
    /^[a-z]{3}$/i.test(currency) &&
    isTime &&
    [asOf, from.current_period_end].includes(appliesAt) &&
    [amounts.dueNow, amounts.onNextInvoice, amounts.fromBalance, amounts.perPeriod].every(Number.isSafeInteger)
  )
}

/**
 * Reads the subscription that the user has seen, if the body has one.
 *
 * @throws Refusal with status 422 if `seen` lacks the seat count, the scheduled change or the end of the period, or if
 * one of them has a wrong type.
 */
export function readSeenSubscription({ seen }: Record<string, unknown>): SeenSubscription | undefined {
  if (seen === undefined) return undefined
  if (isSeenSubscription(seen)) return seen
  throw invalid(
    'wrong_type',
    ['body', 'seen'],
    'Give the seats, pending_update and current_period_end of the subscription',
  )
}

const isSeenSubscription = (value: unknown): value is SeenSubscription =>
  isObject(value) &&
  isIntegerOrNull(value.seats) &&
  isTextOrNull(value.current_period_end) &&
  (value.pending_update === null ||
    (isObject(value.pending_update) &&
      isIntegerOrNull(value.pending_update.seats) &&
      isTextOrNull(value.pending_update.product_id) &&
      typeof value.pending_update.applies_at === 'string'))

const isIntegerOrNull = (value: unknown) => value === null || Number.isInteger(value)

/** @throws Refusal with status 422 if the body has a field that is not one of these. */
export function refuseOtherFields(body: Record<string, unknown>, fields: readonly string[]): void {
  const other = Object.keys(body).find((field) => !fields.includes(field))
  if (other !== undefined)
    throw invalid('not_allowed', ['body', other], 'Extra inputs are not permitted', 'extra_forbidden')
}
