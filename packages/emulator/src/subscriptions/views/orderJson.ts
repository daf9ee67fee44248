import { formatTime } from '../../clock/formatTime.ts'
import { formatTimeOrNull } from '../../clock/formatTimeOrNull.ts'
import { customerView, userView } from '../../domain/views/customerView.ts'
import type { BillingOrderRow, OrderItem } from '../../storage/billing/billingOrders.ts'
import { customers } from '../../storage/people/customers.ts'
import type { Database } from '../../storage/database/Database.ts'
import { discounts } from '../../storage/billing/discounts.ts'
import { products } from '../../storage/billing/products.ts'
import { discountView } from './discountView.ts'
import { priceView, productBase } from './productView.ts'
import type { Subscription } from '../state/Subscription.ts'
import { subscriptionBase } from './subscriptionJson.ts'

type Amounts = Pick<BillingOrderRow, 'subtotal_amount' | 'discount_amount' | 'applied_balance_amount'>

const totalAmount = ({ subtotal_amount, discount_amount }: Amounts) => subtotal_amount - discount_amount

/** Returns the amount that an order charges, at least 0: the order's total after the customer's balance was applied. */
export const dueAmount = (order: Amounts): number => Math.max(0, totalAmount(order) + order.applied_balance_amount)

/** Returns an order of a subscription as webhooks contain it. */
export function orderJson(database: Database, subscription: Subscription, order: BillingOrderRow): string {
  const { row, prices } = subscription
  const product = products.byId(database, order.product_id)
  const customer = customers.byId(database, row.customer_id)
  if (!product || !customer) throw new Error('The order has no product or no customer')
  const items = JSON.parse(order.items) as OrderItem[]
  const price = prices.find(({ id }) => id === items[0]?.product_price_id)
  const discount = order.discount_id === null ? undefined : discounts.byId(database, order.discount_id)
  const created_at = formatTime(order.created_at)
  const total = totalAmount(order)
  const { applied_balance_amount } = order
  const view = JSON.stringify({
    id: order.id,
    created_at,
    modified_at: formatTimeOrNull(order.modified_at),
    status: order.status,
    paid: order.status === 'paid',
    subtotal_amount: order.subtotal_amount,
    discount_amount: order.discount_amount,
    net_amount: total,
    tax_amount: 0,
    total_amount: total,
    applied_balance_amount,
    due_amount: dueAmount(order),
    refunded_amount: 0,
    refunded_tax_amount: 0,
    currency: order.currency,
    billing_reason: publicReason[order.billing_reason],
    billing_name: customer.name,
    billing_address: null,
    invoice_number: order.invoice_number,
    is_invoice_generated: false,
    receipt_number: null,
    seats: null,
    units: null,
    customer_id: customer.id,
    product_id: order.product_id,
    product_price_id: price?.id ?? null,
    discount_id: order.discount_id,
    subscription_id: order.subscription_id,
    checkout_id: null,
    next_payment_attempt_at: formatTimeOrNull(order.next_payment_attempt_at),
    amount: total,
    from_balance_amount: applied_balance_amount,
    refundable_amount: Math.max(0, total + applied_balance_amount),
    refundable_tax_amount: 0,
    custom_field_data: {},
    platform_fee_amount: 0,
    platform_fee_currency: null,
    customer: customerView(customer),
    user_id: customer.id,
    user: userView(customer),
    product: { ...productBase(product), metadata: {} },
    product_price: price ? priceView(price, product) : null,
    discount: discount ? discountView(discount) : null,
    subscription: { ...subscriptionBase(subscription), metadata: JSON.parse(row.metadata) as unknown },
    items: items.map((item) => ({ ...item, created_at, modified_at: null, tax_amount: 0 })),
    description: product.name,
  })
  return `${view.slice(0, -1)},"metadata":${row.metadata}}`
}

// Polar uses the last two reasons of this table only inside its own system. The API shows `subscription_cycle` instead.
const publicReason: Record<BillingOrderRow['billing_reason'], string> = {
  subscription_update: 'subscription_update',
  subscription_cycle: 'subscription_cycle',
  subscription_cycle_after_trial: 'subscription_cycle',
  subscription_cancel: 'subscription_cycle',
}
