/** Returns how a customer's balance changes what is due: credit lowers a charge, debt raises it, and a credit clears debt. */
export function appliedBalance(total: number, balance: number): number {
  // Not negated: that would make -0 of 0.
  if (total >= 0) return 0 - Math.min(total, balance)
  return balance < 0 ? Math.min(-total, -balance) : 0
}
