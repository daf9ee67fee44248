import type { CustomerSeat, SeatSource } from '@seats/core'
import { pickSeat } from '../handler/contract.ts'
import { plainSource, sourceKey } from '../handler/source.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'

/**
 * An event of a live stream. Each names its source: a seat by its own fields, the others by their data.
 *
 * - `seat`: a seat to put in place
 * - `changed`: the roster has changed and has to be fetched again
 * - `recent`: sent when the stream opens; something changed within the last minute, which a list from before the stream
 *   may lack
 * - `ended`: the stream does not follow this source, or no longer, because the user may not list it
 */
export type SeatsEvent =
  | { event: 'seat'; data: CustomerSeat }
  | { event: 'changed' | 'recent' | 'ended'; data: SeatSource }

/** Longer than a list counts as fresh in the browser, and than a page from a server takes to hydrate. */
const recentSeconds = 60

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
  publish(store, source, { event: 'changed', data: plainSource(source) })

async function publish(store: SeatsStore, source: SeatSource, event: SeatsEvent): Promise<void> {
  const channel = eventsChannel(source)
  if (channel === undefined) return
  try {
    // In this order: a stream that opens meanwhile subscribes first and asks then.
    await store.set(recentKey(channel), '1', { seconds: recentSeconds })
  } finally {
    // Streams that are open hear of it also where the store is full.
    await store.publish(channel, toText(event))
  }
}

/** Whether something was published a moment ago. */
export const isRecent = async (store: SeatsStore, channel: string): Promise<boolean> =>
  (await store.get(recentKey(channel))) !== null

const recentKey = (channel: string) => `recent:${channel}`

/** As it goes over the wire, so that it is made once for all who listen. */
export const toText = ({ event, data }: SeatsEvent): string => `event: ${event}\ndata: ${JSON.stringify(data)}\n\n`

function sourceOf({ subscription_id, order_id }: CustomerSeat): SeatSource | null {
  if (subscription_id !== null) return { subscription_id }
  return order_id === null ? null : { order_id }
}
