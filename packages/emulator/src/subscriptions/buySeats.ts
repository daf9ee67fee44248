import { findSeatPrice } from '../billing/Price.ts'
import type { Context } from '../domain/Context.ts'
import { subscriptions } from '../storage/subscriptions.ts'
import { notSeatBased } from './errors.ts'
import { subscriptionOf } from './loadSubscription.ts'
import { saveSubscription } from './saveSubscription.ts'
import { updateAmount } from './Subscription.ts'

/** Sets a subscription's number of seats, unbilled and untold: for the control API. */
export function buySeats(context: Context, id: string, seats: number): void {
  const row = subscriptions.byId(context.database, id)
  if (!row) return
  const subscription = subscriptionOf(context.database, row)
  if (!findSeatPrice(subscription.prices)) throw notSeatBased()
  subscription.row.seats = seats
  updateAmount(subscription)
  saveSubscription(context, subscription)
}
