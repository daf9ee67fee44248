import type { Overlay } from './Overlay.ts'
import { patchRoster } from '../../roster/patchRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { isSeatsList, type SeatsList } from '../../schemas/SeatsList.ts'
import { withoutOptimisticSeats } from './optimisticSeat.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { seatsKey, sourceId } from '../cache/seatsKeys.ts'

/** A roster that something is under way on. The cache holds `base` with every overlay on it. */
interface Ledger {
  base: SeatsList | undefined
  overlays: Set<Overlay>
  /** Lists under way, and the seats patched meanwhile: an answer may be from before them. */
  reads: number
  patches: CustomerSeat[]
  /** Answers on their way into the cache: `base` is newer than what is there. */
  landing: number
  /** What the cache held last: another roster there is somebody else's, one that a server rendered, say. */
  shown: SeatsList | undefined
  /** Known to be wrong, and not read since: an object of its own each time. */
  outdated: object | undefined
}

const ledgers = new WeakMap<object, Map<string, Ledger>>()

/** One cached roster: changes are laid over it and each takes off its own, so that none undoes another. */
export interface RosterCache {
  /** The roster without what is under way, as far as it is known. */
  peek(): SeatsList | undefined
  /** Shows a change at once. */
  show(overlay: Overlay): void
  /** Takes a change off again; patches the roster with the seats that it led to. */
  settle(overlay: Overlay | undefined, ...seats: CustomerSeat[]): void
  /** Reads the roster for the cache: what is under way stays on it, and what has ended meanwhile is not lost. */
  read(fetch: () => Promise<SeatsList>): Promise<SeatsList>
  /** Has the roster read again: at once where it is on the screen, else when it is needed. */
  outdate(): void
}

export function rosterCache(cache: Omit<SeatsCache, 'cancelQueries'>, scope: string, source: SeatSource): RosterCache {
  const queryKey = seatsKey(scope, source)
  const name = `${scope} ${sourceId(source)}`

  function open(): Ledger {
    const all = ledgers.get(cache) ?? new Map<string, Ledger>()
    ledgers.set(cache, all)
    const ledger: Ledger = all.get(name) ?? {
      base: undefined,
      overlays: new Set(),
      reads: 0,
      patches: [],
      landing: 0,
      shown: undefined,
      outdated: undefined,
    }
    all.set(name, ledger)
    if (ledger.landing > 0) return ledger
    const found = cached()
    // With nothing laid over it, what the cache holds is the roster itself, whoever wrote it.
    if (ledger.overlays.size === 0) ledger.base = found
    else if (found !== ledger.shown) {
      ledger.base = found && withoutOptimisticSeats(found)
      // It may have been made from what was shown in advance.
      ledger.outdated = {}
    }
    ledger.shown = found
    return ledger
  }

  function close({ overlays, reads, landing, outdated }: Ledger): void {
    if (overlays.size === 0 && reads === 0 && landing === 0 && !outdated) ledgers.get(cache)?.delete(name)
  }

  function cached(): SeatsList | undefined {
    const data = cache.getQueryData(queryKey)
    return isSeatsList(data) ? data : undefined
  }

  function write(ledger: Ledger): void {
    const { base, overlays, outdated } = ledger
    // A roster that was removed meanwhile, at a sign-out say, does not come back.
    if (base === undefined || cache.getQueryData(queryKey) === undefined) return
    const isInvalidated = cache.getQueryState(queryKey)?.isInvalidated
    cache.setQueryData(queryKey, view(base, overlays))
    // Writing makes it count as fresh.
    if (outdated || isInvalidated) void cache.invalidateQueries({ queryKey, refetchType: 'none' })
    ledger.shown = cached()
  }

  /** At once where it is on the screen, unless a list is under way, which another follows. */
  function readAgain({ outdated, reads }: Ledger): void {
    if (outdated && reads === 0) void cache.invalidateQueries({ queryKey })
  }

  const patched = (roster: SeatsList, seats: CustomerSeat[]) =>
    seats.reduce((roster, seat) => patchRoster(roster, seat, source), roster)

  return {
    peek() {
      const ledger = open()
      close(ledger)
      return ledger.base
    },
    show(overlay) {
      const ledger = open()
      ledger.overlays.add(overlay)
      write(ledger)
    },
    settle(overlay, ...seats) {
      const ledger = open()
      if (overlay !== undefined) ledger.overlays.delete(overlay)
      if (ledger.base !== undefined) ledger.base = patched(ledger.base, seats)
      if (ledger.reads > 0) ledger.patches.push(...seats)
      write(ledger)
      if (ledger.overlays.size === 0) readAgain(ledger)
      close(ledger)
    },
    async read(fetch) {
      const ledger = open()
      const from = ledger.patches.length
      const { outdated } = ledger
      ledger.reads++
      try {
        ledger.base = patched(await fetch(), ledger.patches.slice(from))
        if (ledger.outdated === outdated) ledger.outdated = undefined
        const stored = view(ledger.base, ledger.overlays)
        // TanStack stores it a few microtasks from now, and with it drops what changes until then.
        ledger.landing++
        setTimeout(() => {
          ledger.landing--
          ledger.shown = cached()
          const isChanged = ledger.base !== undefined && view(ledger.base, ledger.overlays) !== stored
          if (isChanged) write(ledger)
          // It was on its way when something changed.
          readAgain(ledger)
          close(ledger)
        })
        return stored
      } catch (error) {
        // So was this one, which failed or was given up. TanStack takes its mark back then: it is set once more.
        setTimeout(() => {
          if (ledger.outdated !== outdated) readAgain(ledger)
          else if (ledger.outdated && ledger.reads === 0)
            void cache.invalidateQueries({ queryKey, refetchType: 'none' })
        })
        throw error
      } finally {
        ledger.reads--
        if (ledger.reads === 0) ledger.patches = []
        close(ledger)
      }
    },
    outdate() {
      const ledger = open()
      ledger.outdated = {}
      // A list that is under way is not given up, or many changes would let none arrive: another follows it.
      void cache.invalidateQueries(ledger.reads > 0 ? { queryKey, refetchType: 'none' } : { queryKey })
    },
  }
}

const view = (base: SeatsList, overlays: Set<Overlay>) =>
  [...overlays].reduce((roster, overlay) => overlay(roster), base)
