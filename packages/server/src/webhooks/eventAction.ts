import { customerSeatSchema, seatMemberSchema, type CustomerSeat, type SeatMember } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import { publishChanged, publishSeat } from '../events/publishEvents.ts'
import { refusal } from '../http/refusals.ts'
import { isObject } from '../internal/isObject.ts'
import { isTextOrNull } from '../internal/isTextOrNull.ts'
import { forgetOccupant, formerOccupant, rememberOccupant } from '../occupants/occupantMemory.ts'
import { rememberCustomer, sourcesOfCustomer } from '../occupants/customerSources.ts'
import { createStoredIndex } from '../rosterIndex/createStoredIndex.ts'
import type { SubscriptionStatusFields } from '../rosterIndex/indexFields.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import type { EventRecorder } from './createEventRecorder.ts'
import type { WebhookEvent } from './readEvent.ts'
import type { SeatsWebhookCallbacks } from './SeatsWebhookEvents.ts'

/**
 * Returns the function that handles an event, or `undefined` for an unknown type.
 *
 * @throws Refusal with status 422 if the event's data does not fit its type.
 */
export function eventAction(
  event: WebhookEvent,
  on: SeatsWebhookCallbacks,
  store: SeatsStore,
  recorder: EventRecorder,
): (() => Promise<void>) | undefined {
  const { type, timestamp } = event
  const index = createStoredIndex(store)
  switch (type) {
    case 'customer_seat.assigned':
    case 'customer_seat.claimed': {
      const seat = readSeat(event)
      return async () => {
        await rememberOccupant(store, seat)
        const source = seatSource(seat)
        if (source !== null) await rememberCustomer(store, source, [seat])
        await index.recordSeat(seat, 'event')
        await publishSeat(store, seat)
        const cause = await recorder.recordSeat(seat)
        if (type === 'customer_seat.assigned') await on[type]?.({ type, timestamp, data: seat })
        else await on[type]?.({ type, timestamp, data: seat, cause })
      }
    }
    case 'customer_seat.revoked': {
      const seat = readSeat(event)
      return async () => {
        const occupant = await formerOccupant(store, seat)
        await index.recordSeat(seat, 'event')
        await publishSeat(store, seat)
        const cause = await recorder.recordSeat(seat)
        await on[type]?.({ type, timestamp, data: seat, occupant, cause })
        // The callback has succeeded, so a failure here must not make Polar send the event again.
        await forgetOccupant(store, seat).catch(() => {})
      }
    }
    case 'subscription.updated': {
      const subscription = readObjectWithId(event, 'subscription')
      return async () => {
        const source = { subscription_id: subscription.id }
        const status = readStatus(subscription)
        if (status !== undefined) await index.recordSubscription(source, status, 'event')
        await publishChanged(store, source)
        await recorder.recordSubscription(subscription, timestamp)
        await on[type]?.({ type, timestamp, data: subscription })
      }
    }
    case 'member.updated':
    case 'member.deleted': {
      const member = readMember(event)
      return async () => {
        const sources = await sourcesOfCustomer(store, member.customer_id)
        for (const source of sources) {
          // Rows show the member's name and address, and there is no event with the new rows. So the rosters have to be
          // read again.
          await index.invalidate(source)
          await publishChanged(store, source)
        }
        await recorder.recordMember(member, type === 'member.deleted')
        if (type === 'member.updated') await on[type]?.({ type, timestamp, data: member })
        else await on[type]?.({ type, timestamp, data: member })
      }
    }
    case 'customer.deleted': {
      const { recordDeletedCustomer } = recorder
      return recordDeletedCustomer && (() => recordDeletedCustomer(readObjectWithId(event, 'customer').id))
    }
    default:
      return undefined
  }
}

function readSeat({ type, data }: WebhookEvent): CustomerSeat {
  const { success, data: seat } = customerSeatSchema.safeParse(data)
  if (!success) throw refusal(422, `The data of this ${type} event is not a seat.`)
  return seat
}

function readMember({ type, data }: WebhookEvent): SeatMember {
  const { success, data: member } = seatMemberSchema.safeParse(data)
  if (!success) throw refusal(422, `The data of this ${type} event is not a member.`)
  return member
}

function readObjectWithId({ type, data }: WebhookEvent, kind: string): { id: string } {
  if (isObject(data) && typeof data.id === 'string') return { ...data, id: data.id }
  throw refusal(422, `The data of this ${type} event is not a ${kind}.`)
}

/** Returns the fields that the index needs, or `undefined` if one of them is not valid. */
function readStatus(data: { [field: string]: unknown }): SubscriptionStatusFields | undefined {
  const { status, ended_at = null, past_due_at = null, modified_at, created_at } = data
  if (typeof status !== 'string' || !isTextOrNull(ended_at) || !isTextOrNull(past_due_at)) return undefined
  return { status, ended_at, past_due_at, modified_at, created_at }
}
