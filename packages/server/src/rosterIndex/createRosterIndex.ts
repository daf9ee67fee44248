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
  /** Records a row. `isByHand`: somebody of the team has changed it, through the guard. */
  recordSeat(seat: CustomerSeat, options?: { isByHand?: boolean }): Promise<void>
  recordSubscription(source: SeatSource, subscription: SubscriptionStatusFields): Promise<void>
  /** Records that something changed and nobody knows what. Only a list that is asked for later counts. */
  invalidate(source: SeatSource): Promise<void>
  /**
   * Resolves with a row, or null if the source has no such row for all that is known. `isFresh` says whether the source
   * was listed, and a list or a later event or change told of it within the last `maxAgeMs`.
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
  const read = async (source: SeatSource, names: string[]) => {
    const key = recordKey(source)
    return key === undefined ? names.map(() => null) : store.readFields(key, names)
  }
  const now = () => Date.now()

  return {
    async recordList(source, list, askedAtMs) {
      await merge(source, newestFields(list.seats.map((seat) => seatFields(seat, askedAtMs))))
      // Comes last, because the roster counts as known from here on.
      await merge(source, { listed: timeField(askedAtMs) })
    },
    recordMissing: (source, askedAtMs) => merge(source, { missing: timeField(askedAtMs) }),
    async recordSeat(seat, { isByHand } = {}) {
      const source = seatSource(seat)
      const atMs = now()
      if (source !== null) await merge(source, { ...seatFields(seat, atMs, isByHand), told: timeField(atMs) })
    },
    async recordSubscription(source, subscription) {
      const atMs = now()
      await merge(source, { ...subscriptionFields(subscription, atMs), told: timeField(atMs) })
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
      const kinds = nameKinds.filter((kind) => person[kind])
      const fields = ['subscription', ...timeNames, ...kinds.map((kind) => nameField(kind, person[kind] ?? ''))]
      const [subscription, ...others] = await read(source, fields)
      const { listedAtMs, isMissing } = readTimes(others)
      const names = others.slice(timeNames.length).map((text) => parse<NamedSeat>(text))
      const ids = [...new Set(names.flatMap((named) => named?.seatId ?? []))]
      const rows = ids.length === 0 ? [] : await read(source, ids.map(rowField))
      const found = kinds.flatMap((kind, index) => {
        const named = names[index] ?? null
        const row = named && parse<IndexedSeat>(rows[ids.indexOf(named.seatId)])
        return named && row ? [{ kind, named, row }] : []
      })
      return { listedAtMs, isMissing, subscription: parse<IndexedSubscription>(subscription), found }
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
  const [listedAtMs, toldAtMs, changedAtMs, missingAtMs] = [listed, told, changed, missing].map((time) =>
    Number(time ?? 0),
  )
  const isMissing = (missingAtMs ?? 0) > (listedAtMs ?? 0)
  const newest = (isMissing ? missingAtMs : listedAtMs) ?? 0
  return { listedAtMs: newest > (changedAtMs ?? 0) ? newest : null, toldAtMs: toldAtMs ?? 0, isMissing }
}

/** Only this module writes the values. */
const parse = <T>(text: string | null | undefined): T | null => (text ? (JSON.parse(text) as T) : null)
