import type { CustomerSeat, SeatSource } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'

/**
 * The time for which a customer's sources are stored: one month. After that, they are stored again when their rosters
 * are read or an event about their seats arrives.
 */
const keptSeconds = 30 * 24 * 3600

/** The most sources that are stored for a customer. Older ones are dropped. */
const maxSources = 100

/** The most attempts to store a source. An attempt fails if another process has just stored another source. */
const maxAttempts = 5

const storeKey = (customerId: string) => `customer:${customerId}`

/**
 * Stores that a customer's members are seated on a source. This is needed because an event about a member names the
 * customer, but not the sources whose rosters show that member.
 */
export async function rememberCustomer(store: SeatsStore, source: SeatSource, seats: CustomerSeat[]): Promise<void> {
  const customerId = seats.find(({ member }) => member !== null)?.member?.customer_id
  if (customerId === undefined) return
  for (let attempt = 0; attempt < maxAttempts; attempt++) {
    const stored = await store.get(storeKey(customerId))
    const sources = readSources(stored)
    if (sources.some((known) => sourceKey(known) === sourceKey(source))) return
    const value = JSON.stringify([...sources, source].slice(-maxSources))
    if (await store.compareAndSet(storeKey(customerId), { expected: stored, value, seconds: keptSeconds })) return
  }
}

/** Returns the sources on which a customer's members are known to be seated. */
export const sourcesOfCustomer = async (store: SeatsStore, customerId: string): Promise<SeatSource[]> =>
  readSources(await store.get(storeKey(customerId)))

/** Parses a value without checking it, because only `rememberCustomer` writes values under these keys. */
const readSources = (stored: string | null) => (stored === null ? [] : (JSON.parse(stored) as SeatSource[]))
