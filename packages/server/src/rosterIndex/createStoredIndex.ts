import type { CustomerSeat, SeatSource, SeatsList } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import {
  identifierField,
  indexKey,
  rowField,
  seatFields,
  subscriptionFields,
  timeField,
  type Fields,
  type IndexedSeat,
  type IndexedSubscription,
  type LastSeat,
  type Origin,
  type SubscriptionStatusFields,
} from './indexFields.ts'
import { kindsByStrength, type IdentifierKind, type SeatPerson } from './SeatPerson.ts'

/** A record is deleted a month after its last change. After that, the roster is listed again when somebody needs it. */
const keptSeconds = 30 * 24 * 3600

/** The seat that a person had last, found by one of the person's identifiers, and the current row of that seat. */
export interface FoundSeat {
  kind: IdentifierKind
  lastSeat: LastSeat
  row: IndexedSeat
}

/** Everything that the index knows about a person on a source. Times are in milliseconds since 1970. */
export interface IndexedPerson {
  /**
   * The time at which Polar last listed the roster, or answered that there is no such source. 0 if Polar was never
   * asked.
   */
  listedAtMs: number
  /** True if the roster has changed in an unknown way since that time, or if Polar was never asked. */
  isRosterOutdated: boolean
  /** True if Polar answered that there is no such source. */
  isMissing: boolean
  subscription: IndexedSubscription | null
  /** The seats that the person's identifiers lead to. The seat of the strongest identifier is first. */
  found: FoundSeat[]
}

/**
 * An index of who is seated, in the store. Reading a roster fills it, and webhooks and the guard's own changes keep it
 * fresh. Every stored field has a version, so that changes may arrive in any order and from several processes.
 */
export interface StoredIndex {
  recordList(source: SeatSource, list: SeatsList, askedAtMs: number): Promise<void>
  /** Records that the source does not exist at Polar. */
  recordMissing(source: SeatSource, askedAtMs: number): Promise<void>
  recordSeat(seat: CustomerSeat, origin: Origin): Promise<void>
  recordSubscription(source: SeatSource, subscription: SubscriptionStatusFields, origin: Origin): Promise<void>
  /** Records that the roster has changed in an unknown way. After that, only a later list counts. */
  invalidate(source: SeatSource): Promise<void>
  /**
   * Resolves with a row, or with null if the index does not have the row. `isFresh` is true if the last list or event
   * of the roster is younger than `maxAgeMs`. It is false if the roster was never listed, or has changed in an unknown
   * way since.
   */
  findSeat(
    source: SeatSource,
    seatId: string,
    maxAgeMs: number,
  ): Promise<{ seat: CustomerSeat; isFresh: boolean } | null>
  /** Resolves with true if the source was listed within this time. */
  isListed(source: SeatSource, maxAgeMs: number): Promise<boolean>
  findPerson(source: SeatSource, person: SeatPerson): Promise<IndexedPerson>
}

/** Creates the index over a store. */
export function createStoredIndex(store: SeatsStore): StoredIndex {
  const merge = async (source: SeatSource, fields: Fields) => {
    const key = indexKey(source)
    if (key !== undefined) await store.mergeFields(key, fields, { seconds: keptSeconds })
  }
  const read = (source: SeatSource, names: string[]): Promise<(string | null)[]> => {
    const key = indexKey(source)
    return key === undefined ? Promise.resolve(names.map(() => null)) : store.readFields(key, names)
  }
  const now = () => Date.now()
  let lastSubscription: { text: string; value: IndexedSubscription } | undefined
  /** Parses a subscription. Keeps the last result, because all members of a team have the same subscription. */
  const parseSubscription = (text: string | null | undefined): IndexedSubscription | null => {
    if (!text) return null
    if (lastSubscription?.text !== text) lastSubscription = { text, value: JSON.parse(text) as IndexedSubscription }
    return lastSubscription.value
  }

  return {
    async recordList(source, list, askedAtMs) {
      await merge(source, newestFields(list.seats.map((seat) => seatFields(seat, askedAtMs, 'list'))))
      // This is written last, because from then on the roster counts as known.
      await merge(source, { listed: timeField(askedAtMs) })
    },
    recordMissing: (source, askedAtMs) => merge(source, { missing: timeField(askedAtMs) }),
    async recordSeat(seat, origin) {
      const source = seatSource(seat)
      const atMs = now()
      if (source !== null) await merge(source, { ...seatFields(seat, atMs, origin), told: timeField(atMs) })
    },
    async recordSubscription(source, subscription, origin) {
      const atMs = now()
      await merge(source, { ...subscriptionFields(subscription, atMs, origin), told: timeField(atMs) })
    },
    invalidate: (source) => merge(source, { changed: timeField(now()) }),
    async findSeat(source, seatId, maxAgeMs) {
      const [row, ...times] = await read(source, [rowField(seatId), ...timeNames])
      const indexed = parseOrNull<IndexedSeat>(row)
      if (indexed === null) return null
      const { listedAtMs, isRosterOutdated, updatedAtMs } = readTimes(times)
      const isFresh = !isRosterOutdated && now() - Math.max(listedAtMs, updatedAtMs) < maxAgeMs
      return { seat: indexed.seat, isFresh }
    },
    async isListed(source, maxAgeMs) {
      const { listedAtMs, isRosterOutdated } = readTimes(await read(source, timeNames))
      return !isRosterOutdated && now() - listedAtMs < maxAgeMs
    },
    async findPerson(source, person) {
      // Plain loops are faster, and a gate calls this thousands of times a second.
      const fields = [...timeNames, 'subscription']
      const kinds: IdentifierKind[] = []
      for (const kind of kindsByStrength) {
        const identifier = person[kind]
        if (!identifier) continue
        kinds.push(kind)
        fields.push(identifierField(kind, identifier))
      }
      const storedTexts = await read(source, fields)
      const lastSeats: { kind: IdentifierKind; lastSeat: LastSeat }[] = []
      for (const [index, kind] of kinds.entries()) {
        const lastSeat = parseOrNull<LastSeat>(storedTexts[timeNames.length + 1 + index])
        if (lastSeat !== null) lastSeats.push({ kind, lastSeat })
      }
      const found: FoundSeat[] = []
      const rows =
        lastSeats.length === 0
          ? []
          : await read(
              source,
              lastSeats.map(({ lastSeat }) => rowField(lastSeat.seatId)),
            )
      for (const [index, seatOfIdentifier] of lastSeats.entries()) {
        const row = parseOrNull<IndexedSeat>(rows[index])
        if (row !== null) found.push({ ...seatOfIdentifier, row })
      }
      const { listedAtMs, isRosterOutdated, isMissing } = readTimes(storedTexts)
      const subscription = parseSubscription(storedTexts[timeNames.length])
      return { listedAtMs, isRosterOutdated, isMissing, subscription, found }
    },
  }
}

/** Merges the fields of several objects. If a field is in more than one, the newest version counts. */
function newestFields(fieldLists: Fields[]): Fields {
  const newest: Fields = {}
  for (const fields of fieldLists) {
    for (const [name, field] of Object.entries(fields)) {
      const existing = newest[name]
      if (existing === undefined || existing.version <= field.version) newest[name] = field
    }
  }
  return newest
}

/** The names of the time fields. `told` is the time at which a single seat or the subscription was last recorded. */
const timeNames = ['listed', 'told', 'changed', 'missing']

function readTimes([listed, told, changed, missing]: (string | null | undefined)[]) {
  const [rosterAtMs, missingAtMs] = [Number(listed ?? 0), Number(missing ?? 0)]
  const listedAtMs = Math.max(rosterAtMs, missingAtMs)
  return {
    listedAtMs,
    isRosterOutdated: listedAtMs <= Number(changed ?? 0),
    updatedAtMs: Number(told ?? 0),
    isMissing: missingAtMs > rosterAtMs,
  }
}

/** Parses a stored value without checking it, because no other module writes these values. */
const parseOrNull = <T>(text: string | null | undefined): T | null => (text ? (JSON.parse(text) as T) : null)
