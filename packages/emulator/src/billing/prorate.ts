/** A period and an instant in it, all in microseconds. */
export interface PeriodAt {
  start: number
  end: number
  now: number
}

/**
 * Returns the part of an amount for the rest of a period, rounded towards zero. Used for changes of the number of
 * seats.
 */
export function prorateTowardsZero(amount: number, period: PeriodAt): number {
  const { dividend, divisor } = fraction(amount, period)
  return Number(dividend / divisor)
}

/**
 * Returns the part of an amount for the rest of a period. Half a unit is rounded to the even number. Used for changes
 * of the product.
 */
export function prorateHalfToEven(amount: number, period: PeriodAt): number {
  const { dividend, divisor } = fraction(amount, period)
  const sign = dividend < 0n ? -1n : 1n
  const size = dividend * sign
  const whole = size / divisor
  const twice = (size % divisor) * 2n
  const up = twice > divisor || (twice === divisor && whole % 2n === 1n)
  return Number(sign * (up ? whole + 1n : whole))
}

function fraction(amount: number, { start, end, now }: PeriodAt) {
  const left = BigInt(Math.max(0, end - now))
  return { dividend: BigInt(amount) * left, divisor: BigInt(Math.max(1, end - start)) }
}
