import { appliedBalance } from '../../billing/appliedBalance.ts'
import { discountAmount, type Discount } from '../../billing/Discount.ts'

interface Line {
  amount: number
  /** True if the line charges or credits a part of a period. */
  proration: boolean
}

/**
 * Returns the sums of an order. The discount applies only to lines that are not prorations, because the discount is
 * already part of them. Tax is always 0, because no customer of the emulator has a billing address.
 */
export function orderAmounts(lines: readonly Line[], discount: Discount | undefined, balance: number) {
  const sum = (counted: readonly Line[]) => counted.reduce((total, { amount }) => total + amount, 0)
  const subtotal_amount = sum(lines)
  const discount_amount = discount ? discountAmount(discount, sum(lines.filter(({ proration }) => !proration))) : 0
  const total_amount = subtotal_amount - discount_amount
  const applied_balance_amount = appliedBalance(total_amount, balance)
  return {
    subtotal_amount,
    discount_amount,
    net_amount: total_amount,
    tax_amount: 0,
    total_amount,
    applied_balance_amount,
    due_amount: Math.max(0, total_amount + applied_balance_amount),
  }
}
