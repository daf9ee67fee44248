import type { CustomerSeat, SeatSource } from '@seats/core'
import { normalizeSource } from '../contract/normalizeSource.ts'
import { pickSeat } from '../contract/pick.ts'
import { seatSource } from '../contract/seatSource.ts'
import { sourceKey } from '../contract/sourceKey.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import { eventText, type SeatsEvent } from './SeatsEvent.ts'

/**
 * A source counts as recently changed for this long: longer than a browser uses a list without reading it again, and
 * longer than a server-rendered page needs to hydrate.
 */
const recentSeconds = 60

/** Returns the channel on which a source's events are published, or `undefined` if the source's id is not a UUID. */
export function eventsChannel(source: SeatSource): string | undefined {
  const key = sourceKey(source)
  return key === undefined ? undefined : `events:${key}`
}

/** Publishes a seat as it is now. */
export async function publishSeat(store: SeatsStore, seat: CustomerSeat): Promise<void> {
  const source = seatSource(seat)
  if (source !== null) await publish(store, source, { event: 'seat', data: pickSeat(seat) })
}

/** Publishes that a source's roster has changed and has to be fetched again. */
export const publishChanged = (store: SeatsStore, source: SeatSource): Promise<void> =>
  publish(store, source, { event: 'changed', data: normalizeSource(source) })

/** Resolves with true if something was published on the channel within the last minute. */
export const isRecent = async (store: SeatsStore, channel: string): Promise<boolean> =>
  (await store.get(recentKey(channel))) !== null

async function publish(store: SeatsStore, source: SeatSource, event: SeatsEvent): Promise<void> {
  const channel = eventsChannel(source)
  if (channel === undefined) return
  try {
    // The key is set before the event is published, because a stream that opens at this moment first subscribes and
    // then reads the key.
    await store.set(recentKey(channel), '1', { seconds: recentSeconds })
  } finally {
    // Open streams get the event even if the store cannot set the key.
    await store.publish(channel, eventText(event))
  }
}

const recentKey = (channel: string) => `recent:${channel}`
