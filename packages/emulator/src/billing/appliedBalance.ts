/**
 * Returns the amount that the customer's balance adds to a charge. The amount is negative if the customer has credit,
 * which pays a part of the charge, and positive if the customer has debt. A negative charge is a credit, and reduces
 * the debt.
 */
export function appliedBalance(total: number, balance: number): number {
  // Subtracted from 0, because negating 0 gives -0.
  if (total >= 0) return 0 - Math.min(total, balance)
  return balance < 0 ? Math.min(-total, -balance) : 0
}
