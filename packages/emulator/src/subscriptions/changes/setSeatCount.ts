import { findSeatPrice } from '../../billing/Price.ts'
import type { Context } from '../../domain/context/Context.ts'
import { subscriptions } from '../../storage/billing/subscriptions.ts'
import { notSeatBased } from '../state/errors.ts'
import { subscriptionOf } from '../state/loadSubscription.ts'
import { saveSubscription } from '../state/saveSubscription.ts'
import { updateAmount } from '../state/Subscription.ts'

/** Sets a subscription's number of seats for the control API, without a charge or a webhook. */
export function setSeatCount(context: Context, id: string, seats: number): void {
  const row = subscriptions.byId(context.database, id)
  if (!row) return
  const subscription = subscriptionOf(context.database, row)
  if (!findSeatPrice(subscription.prices)) throw notSeatBased()
  subscription.row.seats = seats
  updateAmount(subscription)
  saveSubscription(context, subscription)
}
