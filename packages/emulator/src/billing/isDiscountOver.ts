import { addMonths } from './nextPeriod.ts'
import type { Discount } from './Discount.ts'

/** Tells whether a discount that was first used in a period does not apply to a later one any more. */
export function isDiscountOver(
  { duration, duration_in_months }: Pick<Discount, 'duration' | 'duration_in_months'>,
  firstPeriodStart: number,
  periodStart: number,
): boolean {
  if (duration === 'once') return periodStart > firstPeriodStart
  if (duration === 'forever' || duration_in_months === null) return false
  // The first month counts as one of the months.
  return periodStart > addMonths(firstPeriodStart, duration_in_months - 1)
}
