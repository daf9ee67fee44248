import { seatCountPreviewSchema, type SeatCountPreview } from '@seats/core'
import { behaviors } from '../contract/behaviors.ts'
import { invalid } from './refusals.ts'

/**
 * Reads the seat count of a body that may have these fields and no other: how a change is charged, for example, is not the
 * browser's to choose.
 *
 * @throws Refusal with status 422 for a count that is no whole number, or for another field.
 */
export function readSeatCount(body: Record<string, unknown>, fields: readonly string[]): number {
  refuseOthers(body, fields)
  const { seats } = body
  if (seats === undefined) throw invalid(['body', 'seats'], 'Field required', 'missing')
  if (!Number.isInteger(seats)) throw invalid(['body', 'seats'], 'Input should be a valid integer', 'int_type')
  return Number(seats)
}

/**
 * Reads the preview that the user has confirmed.
 *
 * @throws Refusal with status 422 if it is not a preview of this subscription and count.
 */
export function readSeen(
  { seen }: Record<string, unknown>,
  asked: { subscription_id: string; seats: number },
): SeatCountPreview {
  if (seen === undefined) throw invalid(['body', 'seen'], 'Field required', 'missing')
  const { data } = seatCountPreviewSchema.safeParse(seen)
  const isAsked = data?.subscription_id === asked.subscription_id && data.seats === asked.seats
  if (isAsked && isPlausible(data)) return data
  throw invalid(['body', 'seen'], 'Give the preview of this subscription and seat count')
}

/** Some of it goes to the audit. Anybody can send any text. */
function isPlausible({ behavior, currency, appliesAt, asOf, from, ...amounts }: SeatCountPreview): boolean {
  const isTime = /^\d{4}-\d\d-\d\dT[\d:.]{8,18}(Z|[+-]\d\d:\d\d)$/.test(appliesAt)
  return (
    behaviors.includes(behavior) &&
    /^[a-z]{3}$/i.test(currency) &&
    isTime &&
    [asOf, from.current_period_end].includes(appliesAt) &&
    [amounts.dueNow, amounts.onNextInvoice, amounts.fromBalance, amounts.perPeriod].every(Number.isSafeInteger)
  )
}

/** @throws Refusal with status 422 for a field that is not one of these. */
export function refuseOthers(body: Record<string, unknown>, fields: readonly string[]): void {
  const other = Object.keys(body).find((field) => !fields.includes(field))
  if (other !== undefined) throw invalid(['body', other], 'Extra inputs are not permitted', 'extra_forbidden')
}
