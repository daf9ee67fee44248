/** A period and an instant in it, all in microseconds. */
export interface PeriodAt {
  start: number
  end: number
  now: number
}

/** The number of digits that Python's Decimal keeps. */
const digits = 28

/** A number that is `unscaled × 10^-scale`. */
interface Decimal {
  unscaled: bigint
  scale: number
}

/**
 * Returns the part of an amount for the rest of a period, rounded towards zero. Used for changes of the number of
 * seats.
 */
export function prorateTowardsZero(amount: number, period: PeriodAt): number {
  const { unscaled, scale } = prorate(amount, period)
  return Number(unscaled / 10n ** BigInt(scale))
}

/**
 * Returns the part of an amount for the rest of a period. Half a unit is rounded to the even number. Used for changes
 * of the product.
 */
export function prorateHalfToEven(amount: number, period: PeriodAt): number {
  const { unscaled, scale } = prorate(amount, period)
  return Number(divideHalfToEven(unscaled, 10n ** BigInt(scale)))
}

/**
 * Returns an amount times the rest of a period, like Python's Decimal. This is not exact: a third of 3000 becomes
 * 999.9….
 */
function prorate(amount: number, { start, end, now }: PeriodAt): Decimal {
  const remaining = BigInt(Math.max(0, end - now))
  const whole = BigInt(Math.max(1, end - start))
  const length = lengthOf(remaining / whole)
  // The scale gives enough digits, even if the first ones are zeros.
  const scale = digits + String(whole).length - length
  const factor = toDigits({ unscaled: remaining * 10n ** BigInt(scale), scale }, whole)
  return toDigits({ unscaled: BigInt(amount) * factor.unscaled, scale: factor.scale }, 1n)
}

/** Divides, and keeps the first 28 digits of the result. */
function toDigits({ unscaled, scale }: Decimal, divisor: bigint): Decimal {
  const surplus = Math.min(scale, Math.max(0, lengthOf(unscaled / divisor) - digits))
  return { unscaled: divideHalfToEven(unscaled, divisor * 10n ** BigInt(surplus)), scale: scale - surplus }
}

const lengthOf = (number: bigint) => (number === 0n ? 0 : String(number).replace('-', '').length)

function divideHalfToEven(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n
  const size = dividend * sign
  const whole = size / divisor
  const twice = (size % divisor) * 2n
  const isUp = twice > divisor || (twice === divisor && whole % 2n === 1n)
  return sign * (isUp ? whole + 1n : whole)
}
