import type { CustomerSeat, SeatSource, SeatsList } from '@seats/core'
import { seatSource } from '../contract/seatSource.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'
import {
  nameField,
  recordKey,
  rowField,
  seatFields,
  subscriptionFields,
  timeField,
  type Fields,
  type IndexedSeat,
  type IndexedSubscription,
  type NamedSeat,
  type Origin,
  type SubscriptionStatusFields,
} from './indexFields.ts'
import { nameKinds, type NameKind, type SeatPerson } from './SeatPerson.ts'

/** A month after the last news, a record is deleted. The next question lists the roster again. */
const keptSeconds = 30 * 24 * 3600

/** A name of a person, with the seat that it had last, as that row is now. */
export interface FoundName {
  kind: NameKind
  named: NamedSeat
  row: IndexedSeat
}

/** Everything that the index knows about a person on a source. Times are in milliseconds since 1970. */
export interface IndexedPerson {
  /** The time of the last list. Null if the roster is not known. */
  listedAtMs: number | null
  /** The time of the last list, even if something unknown has changed since. */
  lastListedAtMs: number | null
  /** True if Polar answered that there is no such source. */
  isMissing: boolean
  subscription: IndexedSubscription | null
  /** The strongest name first. */
  found: FoundName[]
}

/**
 * An index of who is seated, in the store. It is filled by lists, and kept fresh by webhooks and by the guard's own
 * changes. Every fact has a version, so that facts may arrive in any order and from several processes.
 */
export interface RosterIndex {
  recordList(source: SeatSource, list: SeatsList, askedAtMs: number): Promise<void>
  /** Records that Polar knows no such source. */
  recordMissing(source: SeatSource, askedAtMs: number): Promise<void>
  recordSeat(seat: CustomerSeat, origin: Origin): Promise<void>
  recordSubscription(source: SeatSource, subscription: SubscriptionStatusFields, origin: Origin): Promise<void>
  /** Records that something has changed, but not what. After that, only a list that is asked for later counts. */
  invalidate(source: SeatSource): Promise<void>
  /**
   * Resolves with a row, or with null if the index has no such row of the source. `isFresh` says whether the source was
   * listed, and a list or a later event or change told of it within the last `maxAgeMs`.
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
      // Comes last, because the roster counts as known from here on.
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
      const indexed = parse<IndexedSeat>(row)
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
      // Plain loops, because a gate asks thousands of times a second.
      const fields = [...timeNames, 'subscription']
      const kinds: NameKind[] = []
      for (const kind of nameKinds) {
        const name = person[kind]
        if (!name) continue
        kinds.push(kind)
        fields.push(nameField(kind, name))
      }
      const texts = await read(source, fields)
      const names: { kind: NameKind; named: NamedSeat }[] = []
      for (const [index, kind] of kinds.entries()) {
        const named = parse<NamedSeat>(texts[timeNames.length + 1 + index])
        if (named !== null) names.push({ kind, named })
      }
      const found: FoundName[] = []
      const rows =
        names.length === 0
          ? []
          : await read(
              source,
              names.map(({ named }) => rowField(named.seatId)),
            )
      for (const [index, name] of names.entries()) {
        const row = parse<IndexedSeat>(rows[index])
        if (row !== null) found.push({ ...name, row })
      }
      const { listedAtMs, lastListedAtMs, isMissing } = readTimes(texts)
      const subscription = parseSubscription(texts[timeNames.length])
      return { listedAtMs, lastListedAtMs, isMissing, subscription, found }
    },
  }
}

/** Returns all fields together. Of a field that several have, the newest version. */
function newestFields(all: Fields[]): Fields {
  const newest: Fields = {}
  for (const fields of all) {
    for (const [name, field] of Object.entries(fields)) {
      const other = newest[name]
      if (other === undefined || other.version <= field.version) newest[name] = field
    }
  }
  return newest
}

const timeNames = ['listed', 'told', 'changed', 'missing']

function readTimes([listed, told, changed, missing]: (string | null | undefined)[]) {
  const [listedAtMs, missingAtMs] = [Number(listed ?? 0), Number(missing ?? 0)]
  const isMissing = missingAtMs > listedAtMs
  const newest = isMissing ? missingAtMs : listedAtMs
  return {
    listedAtMs: newest > Number(changed ?? 0) ? newest : null,
    lastListedAtMs: newest > 0 ? newest : null,
    toldAtMs: Number(told ?? 0),
    isMissing,
  }
}

/** Only this module writes the values. */
const parse = <T>(text: string | null | undefined): T | null => (text ? (JSON.parse(text) as T) : null)
