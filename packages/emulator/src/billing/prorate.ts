/** A period and an instant in it, all in microseconds. */
export interface RunningPeriod {
  start: number
  end: number
  now: number
}

/** The number of digits that Python's Decimal keeps. */
const maxDigits = 28

/** A number that is `unscaled × 10^-scale`. */
interface Decimal {
  unscaled: bigint
  scale: number
}

/**
 * Returns the part of an amount for the rest of a period, rounded towards zero. Used for changes of the number of
 * seats.
 */
export function prorateTowardsZero(amount: number, period: RunningPeriod): number {
  const { unscaled, scale } = prorate(amount, period)
  return Number(unscaled / 10n ** BigInt(scale))
}

/**
 * Returns the part of an amount for the rest of a period. Half a unit is rounded to the even number. Used for changes
 * of the product.
 */
export function prorateHalfToEven(amount: number, period: RunningPeriod): number {
  const { unscaled, scale } = prorate(amount, period)
  return Number(divideHalfToEven(unscaled, 10n ** BigInt(scale)))
}

/**
 * Multiplies an amount by the remaining fraction of a period, and rounds like Python's Decimal. The result is not
 * exact: a third of 3000 becomes 999.9….
 */
function prorate(amount: number, { start, end, now }: RunningPeriod): Decimal {
  const remaining = BigInt(Math.max(0, end - now))
  const total = BigInt(Math.max(1, end - start))
  const integerDigits = digitCount(remaining / total)
  // Large enough for 28 digits, even if the fraction begins with zeros.
  const scale = maxDigits + String(total).length - integerDigits
  const factor = divideAndRound({ unscaled: remaining * 10n ** BigInt(scale), scale }, total)
  return divideAndRound({ unscaled: BigInt(amount) * factor.unscaled, scale: factor.scale }, 1n)
}

/** Divides, and rounds the result to at most 28 digits. */
function divideAndRound({ unscaled, scale }: Decimal, divisor: bigint): Decimal {
  const surplus = Math.min(scale, Math.max(0, digitCount(unscaled / divisor) - maxDigits))
  return { unscaled: divideHalfToEven(unscaled, divisor * 10n ** BigInt(surplus)), scale: scale - surplus }
}

const digitCount = (number: bigint) => (number === 0n ? 0 : String(number).replace('-', '').length)

function divideHalfToEven(dividend: bigint, divisor: bigint): bigint {
  const sign = dividend < 0n ? -1n : 1n
  const absolute = dividend * sign
  const whole = absolute / divisor
  const doubledRemainder = (absolute % divisor) * 2n
  const roundsUp = doubledRemainder > divisor || (doubledRemainder === divisor && whole % 2n === 1n)
  return sign * (roundsUp ? whole + 1n : whole)
}
