/** A period and an instant in it, all in microseconds. */
export interface PeriodAt {
  start: number
  end: number
  now: number
}

/** How many digits Python's Decimal keeps of a result. */
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
  const { unscaled, scale } = part(amount, period)
  return Number(unscaled / 10n ** BigInt(scale))
}

/**
 * Returns the part of an amount for the rest of a period. Half a unit is rounded to the even number. Used for changes
 * of the product.
 */
export function prorateHalfToEven(amount: number, period: PeriodAt): number {
  const { unscaled, scale } = part(amount, period)
  return Number(divideHalfToEven(unscaled, 10n ** BigInt(scale)))
}

/**
 * The real server multiplies by what is left of the period as a Decimal. That is not exact: with a third of it left, 3000
 * become 999.9….
 */
function part(amount: number, { start, end, now }: PeriodAt): Decimal {
  const left = BigInt(Math.max(0, end - now))
  const whole = BigInt(Math.max(1, end - start))
  const length = lengthOf(left / whole)
  // With at least as many digits as are kept, also if the first are zeros.
  const scale = digits + String(whole).length - length
  const factor = toDigits({ unscaled: left * 10n ** BigInt(scale), scale }, whole)
  return toDigits({ unscaled: BigInt(amount) * factor.unscaled, scale: factor.scale }, 1n)
}

/** Divides, and keeps the first digits of the result. */
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
