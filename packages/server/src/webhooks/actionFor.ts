import { customerSeatSchema, type CustomerSeat } from '@seats/core'
import { publishChanged, publishSeat } from '../events/publishEvents.ts'
import { badRequest } from '../http/refusals.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { forgetOccupant, formerOccupant, rememberOccupant } from '../occupants/occupantMemory.ts'
import type { SeatsWebhookCallbacks } from './SeatsWebhookEvents.ts'

interface WebhookBody {
  type: string
  timestamp: string
  data: unknown
}

/** What an event leads to here; undefined for one of a type that nothing here knows. */
export function actionFor(
  body: WebhookBody,
  on: SeatsWebhookCallbacks,
  store: SeatsStore,
): (() => Promise<void>) | undefined {
  const { type, timestamp } = body
  switch (type) {
    case 'customer_seat.assigned':
    case 'customer_seat.claimed': {
      const data = readSeat(body)
      return async () => {
        await rememberOccupant(store, data)
        await publishSeat(store, data)
        if (type === 'customer_seat.assigned') await on[type]?.({ type, timestamp, data })
        else await on[type]?.({ type, timestamp, data })
      }
    }
    case 'customer_seat.revoked': {
      const data = readSeat(body)
      return async () => {
        const occupant = await formerOccupant(store, data)
        await publishSeat(store, data)
        await on[type]?.({ type, timestamp, data, occupant })
        // The callback has done its part: it is not called again for this.
        await forgetOccupant(store, data).catch(() => {})
      }
    }
    case 'subscription.updated': {
      const data = readSubscription(body)
      return async () => {
        await publishChanged(store, { subscription_id: data.id })
        await on[type]?.({ type, timestamp, data })
      }
    }
    default:
      return undefined
  }
}

function readSeat({ type, data }: WebhookBody): CustomerSeat {
  const { success, data: seat } = customerSeatSchema.safeParse(data)
  if (!success) throw badRequest(422, `The data of this ${type} event is not a seat.`)
  return seat
}

function readSubscription({ type, data }: WebhookBody): { id: string } {
  if (typeof data === 'object' && data !== null && 'id' in data && typeof data.id === 'string') {
    return { ...data, id: data.id }
  }
  throw badRequest(422, `The data of this ${type} event is not a subscription.`)
}
