import type { CustomerSeat, SeatSource } from '@seats/core'
import { pickSeat } from '../handler/contract.ts'
import { sourceKey } from '../handler/source.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'

/** What a live stream tells: a seat to put in place, or that the roster has changed and is to be fetched again. */
export type SeatsEvent = { event: 'seat'; data: CustomerSeat } | { event: 'changed'; data: Record<string, never> }

/** Where a source's events are published; undefined for an id that is none. */
export function eventsChannel(source: SeatSource): string | undefined {
  const key = sourceKey(source)
  return key === undefined ? undefined : `events:${key}`
}

export async function publishSeat(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const source = sourceOf(seat)
  if (source !== null) await publish(store, source, { event: 'seat', data: pickSeat(seat) })
}

export const publishChanged = (store: SeatsStore, source: SeatSource): Promise<void> =>
  publish(store, source, { event: 'changed', data: {} })

async function publish(store: SeatsStore, source: SeatSource, event: SeatsEvent): Promise<void> {
  const channel = eventsChannel(source)
  if (channel !== undefined) await store.publish(channel, toText(event))
}

/** As it goes over the wire, so that it is made once for all who listen. */
const toText = ({ event, data }: SeatsEvent) => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

function sourceOf({ subscription_id, order_id }: CustomerSeat): SeatSource | null {
  if (subscription_id !== null) return { subscription_id }
  return order_id === null ? null : { order_id }
}
