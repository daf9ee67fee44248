import type { SubscriptionDiscount } from '../schemas/SeatSubscription.ts'

/**
 * Returns the part of a discount that each amount gets, as Polar divides it. A percentage is taken off each amount, and
 * half a unit is rounded away from zero. A fixed discount is divided in proportion to the amounts and rounded down. The
 * remaining units go to the amounts with the largest remainders.
 */
export function discountAmounts(discount: SubscriptionDiscount | null | undefined, amounts: number[]): number[] {
  if (!discount) return amounts.map(() => 0)
  if (discount.type === 'percentage') {
    // Uses floating point, because Polar does.
    return amounts.map((amount) => Math.round(amount * ((discount.basis_points ?? 0) / 10_000)))
  }
  const total = amounts.reduce((sum, amount) => sum + amount, 0)
  if (total === 0) return amounts.map(() => 0)
  const discountTotal = Math.min(discount.amount ?? 0, total)
  const shares = amounts.map((amount) => Math.floor((discountTotal * amount) / total))
  const remainder = (index: number) => (discountTotal * (amounts[index] ?? 0)) % total
  const byRemainder = amounts.map((_, index) => index).toSorted((one, other) => remainder(other) - remainder(one))
  const unitsLeft = discountTotal - shares.reduce((sum, share) => sum + share, 0)
  for (const index of byRemainder.slice(0, unitsLeft)) shares[index] = (shares[index] ?? 0) + 1
  return shares
}
