import { patchRoster } from '../roster/patchRoster.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { isSeatsList, type SeatsList } from '../schemas/SeatsList.ts'
import { sourceId } from './seatsKeys.ts'
import type { SeatsCache } from './SeatsCache.ts'

/** A change as it is shown before its answer: the roster with it, or the same roster where it has no place. */
export type Overlay = (roster: SeatsList) => SeatsList

/** A roster that something is under way on. The cache holds `base` with every overlay on it. */
interface Ledger {
  base: SeatsList | undefined
  overlays: Set<Overlay>
  /** Lists under way, and the seats patched meanwhile: an answer may be from before them. */
  reads: number
  patches: CustomerSeat[]
}

const ledgers = new WeakMap<object, Map<string, Ledger>>()

/** One cached roster: changes are laid over it and each takes off its own, so that none undoes another. */
export interface RosterCache {
  /** Shows a change at once. */
  show(overlay: Overlay): void
  /** Takes a change off again; with the seat that it led to, patches the roster. */
  settle(overlay: Overlay | undefined, seat?: CustomerSeat): void
  /** Reads the roster for the cache: what is under way stays on it, and what has ended meanwhile is not lost. */
  read(fetch: () => Promise<SeatsList>): Promise<SeatsList>
}

export function rosterCache(
  cache: Pick<SeatsCache, 'getQueryData' | 'setQueryData'>,
  queryKey: readonly unknown[],
  source: SeatSource,
): RosterCache {
  const name = `${String(queryKey[1])} ${sourceId(source)}`

  function open(): Ledger {
    const all = ledgers.get(cache) ?? new Map<string, Ledger>()
    ledgers.set(cache, all)
    const ledger = all.get(name) ?? { base: undefined, overlays: new Set(), reads: 0, patches: [] }
    all.set(name, ledger)
    // With nothing laid over it, what the cache holds is the roster itself, whoever wrote it.
    if (ledger.overlays.size === 0) ledger.base = cached()
    return ledger
  }

  function close({ overlays, reads }: Ledger): void {
    if (overlays.size === 0 && reads === 0) ledgers.get(cache)?.delete(name)
  }

  function cached(): SeatsList | undefined {
    const data = cache.getQueryData(queryKey)
    return isSeatsList(data) ? data : undefined
  }

  function write({ base, overlays }: Ledger): void {
    // A roster that was removed meanwhile, at a sign-out say, does not come back.
    if (base !== undefined && cache.getQueryData(queryKey) !== undefined) {
      cache.setQueryData(queryKey, view(base, overlays))
    }
  }

  return {
    show(overlay) {
      const ledger = open()
      ledger.overlays.add(overlay)
      write(ledger)
    },
    settle(overlay, seat) {
      const ledger = open()
      if (overlay !== undefined) ledger.overlays.delete(overlay)
      if (seat !== undefined) {
        if (ledger.base !== undefined) ledger.base = patchRoster(ledger.base, seat, source)
        if (ledger.reads > 0) ledger.patches.push(seat)
      }
      write(ledger)
      close(ledger)
    },
    async read(fetch) {
      const ledger = open()
      const from = ledger.patches.length
      ledger.reads++
      try {
        const answer = await fetch()
        ledger.base = ledger.patches.slice(from).reduce((roster, seat) => patchRoster(roster, seat, source), answer)
        return view(ledger.base, ledger.overlays)
      } finally {
        ledger.reads--
        if (ledger.reads === 0) ledger.patches = []
        close(ledger)
      }
    },
  }
}

const view = (base: SeatsList, overlays: Set<Overlay>) =>
  [...overlays].reduce((roster, overlay) => overlay(roster), base)
