import type { CustomerSeat, SeatSource, SeatsList } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import {
  identifierField,
  recordKey,
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
import { identifierKinds, type IdentifierKind, type SeatPerson } from './SeatPerson.ts'

/** A record is deleted a month after its last change. Then the roster is listed again when it is needed. */
const keptSeconds = 30 * 24 * 3600

/** The last seat of one identifier of a person, and the seat's row as it is now. */
export interface FoundSeat {
  kind: IdentifierKind
  lastSeat: LastSeat
  row: IndexedSeat
}

/** Everything that the index knows about a person on a source. Times are in milliseconds since 1970. */
export interface IndexedPerson {
  /** The time of the last list. Null if the roster was never listed, or has changed in an unknown way since. */
  listedAtMs: number | null
  /** The time of the last list, even if the roster has changed in an unknown way since. Null if it was never listed. */
  lastListedAtMs: number | null
  /** True if Polar answered that there is no such source. */
  isMissing: boolean
  subscription: IndexedSubscription | null
  /** The seat of the strongest identifier first. */
  found: FoundSeat[]
}

/**
 * An index of who is seated, in the store. Lists fill it, and webhooks and the guard's own changes keep it fresh. Every
 * fact has a version, so that facts may arrive in any order and from several processes.
 */
export interface RosterIndex {
  recordList(source: SeatSource, list: SeatsList, askedAtMs: number): Promise<void>
  /** Records that the source does not exist at Polar. */
  recordMissing(source: SeatSource, askedAtMs: number): Promise<void>
  recordSeat(seat: CustomerSeat, origin: Origin): Promise<void>
  recordSubscription(source: SeatSource, subscription: SubscriptionStatusFields, origin: Origin): Promise<void>
  /** Records that the roster has changed in an unknown way. After that, only a later list counts. */
  invalidate(source: SeatSource): Promise<void>
  /**
   * Resolves with a row, or with null if the index has no such row of the source. `isFresh` is true if the roster is
   * known and its last list, event or change is younger than `maxAgeMs`.
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
export function createRosterIndex(store: SeatsStore): RosterIndex {
  const merge = async (source: SeatSource, fields: Fields) => {
    const key = recordKey(source)
    if (key !== undefined) await store.mergeFields(key, fields, { seconds: keptSeconds })
  }
  const read = (source: SeatSource, names: string[]): Promise<(string | null)[]> => {
    const key = recordKey(source)
    return key === undefined ? Promise.resolve(names.map(() => null)) : store.readFields(key, names)
  }
  const now = () => Date.now()
  let lastSubscription: { text: string; value: IndexedSubscription } | undefined
  /** All members of a team have one subscription, which is parsed once. */
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
      const { listedAtMs, toldAtMs } = readTimes(times)
      const isFresh = listedAtMs !== null && now() - Math.max(listedAtMs, toldAtMs) < maxAgeMs
      return { seat: indexed.seat, isFresh }
    },
    async isListed(source, maxAgeMs) {
      const { listedAtMs } = readTimes(await read(source, timeNames))
      return listedAtMs !== null && now() - listedAtMs < maxAgeMs
    },
    async findPerson(source, person) {
      // Plain loops are faster, and a gate calls this thousands of times a second.
      const fields = [...timeNames, 'subscription']
      const kinds: IdentifierKind[] = []
      for (const kind of identifierKinds) {
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
      const { listedAtMs, lastListedAtMs, isMissing } = readTimes(storedTexts)
      const subscription = parseSubscription(storedTexts[timeNames.length])
      return { listedAtMs, lastListedAtMs, isMissing, subscription, found }
    },
  }
}

/** Merges the fields of several objects. If a field is in more than one, the newest version counts. */
function newestFields(fieldLists: Fields[]): Fields {
  const newestTime: Fields = {}
  for (const fields of fieldLists) {
    for (const [name, field] of Object.entries(fields)) {
      const existing = newestTime[name]
      if (existing === undefined || existing.version <= field.version) newestTime[name] = field
    }
  }
  return newestTime
}

const timeNames = ['listed', 'told', 'changed', 'missing']

function readTimes([listed, toldAt, changed, missing]: (string | null | undefined)[]) {
  const [listedAtMs, missingAtMs] = [Number(listed ?? 0), Number(missing ?? 0)]
  const isMissing = missingAtMs > listedAtMs
  const newestTime = isMissing ? missingAtMs : listedAtMs
  return {
    listedAtMs: newestTime > Number(changed ?? 0) ? newestTime : null,
    lastListedAtMs: newestTime > 0 ? newestTime : null,
    toldAtMs: Number(toldAt ?? 0),
    isMissing,
  }
}

/** Parses a stored value without checking it, because no other module writes these values. */
const parseOrNull = <T>(text: string | null | undefined): T | null => (text ? (JSON.parse(text) as T) : null)
