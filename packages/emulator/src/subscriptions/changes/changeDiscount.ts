import type { Discount } from '../../billing/Discount.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { setDiscount } from '../state/applyUpdate.ts'
import type { Change } from '../state/Change.ts'
import { brokenField } from '../state/errors.ts'
import type { Subscription } from '../state/Subscription.ts'

/** Sets or removes the discount of a subscription. */
export function changeDiscount(
  ruleContext: RuleContext,
  subscription: Subscription,
  discountId: string | null,
): Change {
  setDiscount(subscription, discountId === null ? undefined : redeemDiscount(ruleContext, subscription, discountId))
  return {}
}

/**
 * Returns the discount with this id, and counts its use.
 * @throws ValidationError if the subscription cannot have the discount, or already has it.
 */
export function redeemDiscount(
  { database }: Pick<RuleContext, 'database'>,
  { row }: Subscription,
  id: string,
): Discount {
  const discount = discounts.byId(database, id)
  const isUsable =
    discount?.organization_id === row.organization_id &&
    (discount.type === 'percentage' || discount.currency === row.currency)
  if (!discount || !isUsable) {
    const message = 'Discount does not exist, is not applicable to this product or is not redeemable.'
    throw brokenField('discount_id', message, id)
  }
  if (discount.id === row.discount_id) {
    throw brokenField('discount_id', 'This discount is already applied to the subscription.', id)
  }
  discounts.redeem(database, id)
  return { ...discount, redemptions_count: discount.redemptions_count + 1 }
}
