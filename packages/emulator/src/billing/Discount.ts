/** A discount on a subscription. A fixed discount is an amount in one currency. */
export interface Discount {
  id: string
  organization_id: string
  name: string
  type: 'percentage' | 'fixed'
  basis_points: number | null
  amount: number | null
  currency: string | null
  duration: 'once' | 'forever' | 'repeating'
  duration_in_months: number | null
  redemptions_count: number
  created_at: number
}

type DiscountTerms = Pick<Discount, 'type' | 'basis_points' | 'amount'>

/**
 * Returns what a discount takes off `amount`. A fixed discount takes off at most the whole amount. If a percentage
 * gives half of the currency's smallest unit, the result is rounded away from zero.
 */
export function discountAmount({ type, basis_points, amount: fixed }: DiscountTerms, amount: number): number {
  if (type === 'fixed') return Math.min(fixed ?? 0, amount)
  // Uses floating point like the real server, where half a unit is not always exactly half.
  const exact = amount * ((basis_points ?? 0) / 10_000)
  const whole = Math.trunc(exact)
  return Math.abs(exact - whole) >= 0.5 ? whole + Math.sign(exact) : whole
}

/**
 * Returns the part of a discount for each amount. A percentage is taken off each amount. A fixed discount is divided in
 * proportion to the amounts, and each part is rounded down. The remaining units go to the parts with the largest
 * remainders, one to each.
 */
export function allocateDiscount(discount: DiscountTerms, amounts: readonly number[]): number[] {
  if (discount.type === 'percentage') return amounts.map((amount) => discountAmount(discount, amount))
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return amounts.map(() => 0)
  const discountTotal = BigInt(Math.min(discount.amount ?? 0, total))
  const shares = amounts.map((amount, index) => {
    const weighted = discountTotal * BigInt(amount)
    return { index, whole: weighted / BigInt(total), remainder: weighted % BigInt(total) }
  })
  let unitsLeft = discountTotal - shares.reduce((sum, { whole }) => sum + whole, 0n)
  for (const share of shares.toSorted(
    (one, other) => Number(other.remainder - one.remainder) || one.index - other.index,
  )) {
    if (unitsLeft === 0n) break
    share.whole += 1n
    unitsLeft -= 1n
  }
  return shares.map(({ whole }) => Number(whole))
}
