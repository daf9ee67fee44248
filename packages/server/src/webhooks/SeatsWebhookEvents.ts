import type { CustomerSeat, SeatOccupant } from '@seats/core'

/** A seat's event, as Polar sends it. */
export interface SeatWebhookEvent<Type extends string> {
  type: Type
  timestamp: string
  data: CustomerSeat
}

/** A revoke, with who lost the seat: the seat itself no longer tells. Null where nobody knows any more. */
export interface SeatRevokedEvent extends SeatWebhookEvent<'customer_seat.revoked'> {
  occupant: SeatOccupant | null
}

/** A change of a subscription: the number of seats bought, say. */
export interface SubscriptionUpdatedEvent {
  type: 'subscription.updated'
  timestamp: string
  data: { id: string; [field: string]: unknown }
}

/** What can be listened to, by event type. */
export interface SeatsWebhookEvents {
  'customer_seat.assigned': SeatWebhookEvent<'customer_seat.assigned'>
  'customer_seat.claimed': SeatWebhookEvent<'customer_seat.claimed'>
  'customer_seat.revoked': SeatRevokedEvent
  'subscription.updated': SubscriptionUpdatedEvent
}

/** Callbacks by event type. One that fails makes Polar send the event again. */
export type SeatsWebhookCallbacks = {
  [Type in keyof SeatsWebhookEvents]?: (event: SeatsWebhookEvents[Type]) => void | Promise<void>
}
