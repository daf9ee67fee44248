import type { CustomerSeat, SeatMember, SeatOccupant } from '@seats/core'
import type { SeatCause } from '../lapses/SeatCause.ts'

/** An event about a seat, as Polar sends it. */
export interface SeatWebhookEvent<Type extends string> {
  type: Type
  timestamp: string
  data: CustomerSeat
}

/**
 * A claim. `cause` is `recovery` for a seat that was given back after a lapse, so that your app does not welcome the
 * person twice.
 */
export interface SeatClaimedEvent extends SeatWebhookEvent<'customer_seat.claimed'> {
  cause: SeatCause
}

/**
 * A revoke. `cause` is `person` only if somebody revoked this seat or removed the member. It is `unknown` if nothing
 * shows the reason. It is always `unknown` if the handler has neither a mirror (`createSeatsMirror`) nor a recovery.
 * `occupant` is the person who lost the seat, because the seat in `data` may no longer name them. `occupant` is null if
 * the person is unknown.
 */
export interface SeatRevokedEvent extends SeatWebhookEvent<'customer_seat.revoked'> {
  occupant: SeatOccupant | null
  cause: SeatCause
}

/** A change of a subscription, for example of the number of seats that were bought. */
export interface SubscriptionUpdatedEvent {
  type: 'subscription.updated'
  timestamp: string
  data: { id: string; [field: string]: unknown }
}

/** The change or the removal of a member. Polar sends separate events for the seats of the member. */
export interface MemberWebhookEvent<Type extends string> {
  type: Type
  timestamp: string
  data: SeatMember
}

/** The events that have callbacks, by type. */
export interface SeatsWebhookEvents {
  'customer_seat.assigned': SeatWebhookEvent<'customer_seat.assigned'>
  'customer_seat.claimed': SeatClaimedEvent
  'customer_seat.revoked': SeatRevokedEvent
  'member.updated': MemberWebhookEvent<'member.updated'>
  'member.deleted': MemberWebhookEvent<'member.deleted'>
  'subscription.updated': SubscriptionUpdatedEvent
}

/** Callbacks by event type. If a callback throws, Polar sends the event again. */
export type SeatsWebhookCallbacks = {
  [Type in keyof SeatsWebhookEvents]?: (event: SeatsWebhookEvents[Type]) => void | Promise<void>
}
