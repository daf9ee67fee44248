import { randomUUID } from 'node:crypto'
import { minimumCharge } from '../../billing/minimumCharge.ts'
import { dayMicroseconds } from '../../clock/dayMicroseconds.ts'
import type { RuleContext } from '../../domain/context/RuleContext.ts'
import { balances } from '../../storage/billing/balances.ts'
import { billingEntries } from '../../storage/billing/billingEntries.ts'
import { billingOrders, type BillingOrderRow } from '../../storage/billing/billingOrders.ts'
import { customers } from '../../storage/people/customers.ts'
import type { CustomerRow, PaymentMethod } from '../../storage/database/rows.ts'
import { entryItems } from '../charges/entryItems.ts'
import { paymentActionRequired, paymentFailed } from '../state/errors.ts'
import { invoiceNumber } from '../charges/invoiceNumber.ts'
import { markActive } from '../status/markActive.ts'
import { markPastDue } from '../status/markPastDue.ts'
import { orderAmounts } from '../charges/orderAmounts.ts'
import { dueAmount } from '../views/orderJson.ts'
import { sendOrder } from '../messages/sendOrder.ts'
import { cycleGrants } from '../entitlement/updateGrants.ts'
import type { Subscription } from '../state/Subscription.ts'

const firstRetryDelayMicroseconds = 2 * dayMicroseconds

interface OrderOptions {
  reason: BillingOrderRow['billing_reason']
  /** True if the order is charged before the answer. Then a failed charge undoes everything. */
  mustPay: boolean
}

/**
 * Makes an order of everything unbilled, and charges the order.
 * @throws PolarError 402 if `mustPay` is true and the charge fails.
 */
export function createOrder(
  ruleContext: RuleContext,
  subscription: Subscription,
  { reason, mustPay }: OrderOptions,
): void {
  const { database, clock } = ruleContext
  const { row, discount } = subscription
  const entries = billingEntries.of(database, row.id)
  const customer = customers.byId(database, row.customer_id)
  if (entries.length === 0 || !customer) return
  const items = entryItems(entries, row.seats)
  const amounts = orderAmounts(items, discount, balances.get(database, customer.id, row.currency))
  const order: BillingOrderRow = {
    id: randomUUID(),
    subscription_id: row.id,
    product_id: row.product_id,
    status: 'pending',
    billing_reason: reason,
    subtotal_amount: amounts.subtotal_amount,
    discount_amount: amounts.discount_amount,
    applied_balance_amount: amounts.applied_balance_amount,
    currency: row.currency,
    discount_id: discount?.id ?? null,
    invoice_number: invoiceNumber(database, customer),
    next_payment_attempt_at: null,
    items: JSON.stringify(items),
    created_at: clock.now(),
    modified_at: null,
  }
  billingOrders.insert(database, order)
  billingEntries.clear(database, row.id)
  const { total_amount } = amounts
  const balanceChange = total_amount >= 0 ? amounts.applied_balance_amount : -total_amount
  balances.add(database, customer.id, row.currency, balanceChange)
  sendOrder(ruleContext, subscription, order, 'order.created')

  if (amounts.due_amount <= 0) pay(ruleContext, subscription, order)
  else if (mustPay) chargeNow(ruleContext, subscription, order, customer)
  else if (customer.payment_method !== null)
    ruleContext.runLater(() => chargeLater(ruleContext, subscription, order, customer))
  else {
    recordFailure(ruleContext, subscription, order)
    sendOrder(ruleContext, subscription, order, 'order.updated')
  }
}

/** Charges an order before the answer. A success is confirmed later. */
function chargeNow(
  ruleContext: RuleContext,
  subscription: Subscription,
  order: BillingOrderRow,
  customer: CustomerRow,
): void {
  const card = customer.payment_method
  if (card === null) throw paymentFailed('missing_payment_method')
  if (isTooSmall(order)) return payFromBalance(ruleContext, subscription, order, customer)
  if (card !== 'ok') throw refusal[card](order)
  ruleContext.runLater(() => confirm(ruleContext, subscription, order))
}

const refusal: Record<Exclude<PaymentMethod, 'ok'>, (order: BillingOrderRow) => Error> = {
  declined: () => paymentFailed('card_error'),
  requires_action: ({ id }) => paymentActionRequired(id),
}

function chargeLater(
  ruleContext: RuleContext,
  subscription: Subscription,
  order: BillingOrderRow,
  customer: CustomerRow,
): void {
  // An order of a subscription that has ended in the meantime is void. It is never charged.
  if (!billingOrders.isPending(ruleContext.database, order.id)) return
  if (isTooSmall(order)) payFromBalance(ruleContext, subscription, order, customer)
  else if (customer.payment_method === 'ok') confirm(ruleContext, subscription, order)
  else recordFailure(ruleContext, subscription, order)
}

const isTooSmall = (order: BillingOrderRow) => dueAmount(order) < minimumCharge(order.currency)

/**
 * Pays an order that is too small for a card by taking its amount from the customer's balance, which may become
 * negative.
 */
function payFromBalance(
  ruleContext: RuleContext,
  subscription: Subscription,
  order: BillingOrderRow,
  customer: CustomerRow,
): void {
  balances.add(ruleContext.database, customer.id, order.currency, -dueAmount(order))
  pay(ruleContext, subscription, order)
}

/**
 * Confirms a payment. A subscription that is past due becomes active, unless the payment of another order has failed.
 */
function confirm(ruleContext: RuleContext, subscription: Subscription, order: BillingOrderRow): void {
  const pendingOrders = billingOrders.pendingOf(ruleContext.database, order.subscription_id)
  const isInArrears = pendingOrders.some(
    ({ id, next_payment_attempt_at }) => id !== order.id && next_payment_attempt_at !== null,
  )
  if (subscription.row.status === 'past_due' && !isInArrears) markActive(ruleContext, subscription)
  pay(ruleContext, subscription, order)
}

function pay(ruleContext: RuleContext, subscription: Subscription, order: BillingOrderRow): void {
  order.status = 'paid'
  order.next_payment_attempt_at = null
  order.modified_at = ruleContext.clock.now()
  billingOrders.update(ruleContext.database, order)
  sendOrder(ruleContext, subscription, order, 'order.updated')
  sendOrder(ruleContext, subscription, order, 'order.paid')
  if (order.billing_reason.startsWith('subscription_cycle')) cycleGrants(ruleContext, order.subscription_id)
}

/** Records that the first charge failed. The subscription becomes past due. Does nothing if it has ended. */
function recordFailure(ruleContext: RuleContext, subscription: Subscription, order: BillingOrderRow): void {
  if (subscription.row.ended_at !== null) return
  markPastDue(ruleContext, subscription)
  order.next_payment_attempt_at = ruleContext.clock.now() + firstRetryDelayMicroseconds
  order.modified_at = ruleContext.clock.now()
  billingOrders.update(ruleContext.database, order)
}
