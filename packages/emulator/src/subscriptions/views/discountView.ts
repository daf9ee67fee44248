import { formatTime } from '../../clock/formatTime.ts'
import type { Discount } from '../../billing/Discount.ts'

/** Returns a discount as subscriptions and orders show it. */
export const discountView = (discount: Discount) => ({
  duration: discount.duration,
  ...(discount.duration === 'repeating' && { duration_in_months: discount.duration_in_months }),
  type: discount.type,
  ...(discount.type === 'fixed'
    ? {
        amount: discount.amount,
        currency: discount.currency,
        amounts: { [discount.currency ?? 'usd']: discount.amount },
      }
    : { basis_points: discount.basis_points }),
  created_at: formatTime(discount.created_at),
  modified_at: null,
  id: discount.id,
  metadata: {},
  name: discount.name,
  code: null,
  starts_at: null,
  ends_at: null,
  max_redemptions: null,
  max_redemptions_per_customer: null,
  redemptions_count: discount.redemptions_count,
  organization_id: discount.organization_id,
})
