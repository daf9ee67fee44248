/**
 * Returns the part of a charge that the customer's balance pays (negative) or adds (positive). A charge uses credit up
 * and includes debt. A credit reduces debt.
 */
export function appliedBalance(total: number, balance: number): number {
  // Subtracted from 0, because negating 0 gives -0.
  if (total >= 0) return 0 - Math.min(total, balance)
  return balance < 0 ? Math.min(-total, -balance) : 0
}
