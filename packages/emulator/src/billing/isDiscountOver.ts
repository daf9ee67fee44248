import { addMonths } from './endOfPeriod.ts'
import type { Discount } from './Discount.ts'

/**
 * Returns whether a discount has ended before the period that begins at `periodStart`. `firstPeriodStart` is the start
 * of the first period with the discount.
 */
export function isDiscountOver(
  { duration, duration_in_months }: Pick<Discount, 'duration' | 'duration_in_months'>,
  firstPeriodStart: number,
  periodStart: number,
): boolean {
  if (duration === 'once') return periodStart > firstPeriodStart
  if (duration === 'forever' || duration_in_months === null) return false
  // The month of the first use counts as one of the discount's months.
  return periodStart > addMonths(firstPeriodStart, duration_in_months - 1)
}
