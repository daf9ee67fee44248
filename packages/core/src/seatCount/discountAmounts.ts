import type { SubscriptionDiscount } from '../schemas/SeatSubscription.ts'

/**
 * Returns the discount on each of some amounts, as Polar spreads it: a percentage is taken off each, rounded half away
 * from zero; a fixed amount is shared by size, rounded down, and the missing units go to the largest remainders.
 */
export function discountAmounts(discount: SubscriptionDiscount | null | undefined, amounts: number[]): number[] {
  if (!discount) return amounts.map(() => 0)
  if (discount.type === 'percentage') {
    // Uses floating point, because Polar does.
    return amounts.map((amount) => Math.round(amount * ((discount.basis_points ?? 0) / 10_000)))
  }
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return amounts.map(() => 0)
  const off = Math.min(discount.amount ?? 0, total)
  const shares = amounts.map((amount) => Math.floor((off * amount) / total))
  const rest = (index: number) => (off * (amounts[index] ?? 0)) % total
  const byRest = amounts.map((_, index) => index).toSorted((one, other) => rest(other) - rest(one))
  const missing = off - shares.reduce((sum, share) => sum + share, 0)
  for (const index of byRest.slice(0, missing)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
