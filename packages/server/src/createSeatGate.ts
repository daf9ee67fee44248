import type { SeatSource } from '@seats/core'
import { sourceKey } from './contract/sourceKey.ts'
import { eventsChannel } from './events/publishEvents.ts'
import { bestAccess } from './gate/bestAccess.ts'
import { checkGateOptions } from './gate/checkGateOptions.ts'
import { judgeAccess, rosterAtMs, type Judgement } from './gate/judgeAccess.ts'
import { refreshSource } from './gate/refreshSource.ts'
import { requirePerson, requireSources } from './gate/requirePerson.ts'
import type { SeatGate } from './gate/SeatGate.ts'
import type { SeatGateAnswer } from './gate/SeatGateAnswer.ts'
import type { SeatGateOptions } from './gate/SeatGateOptions.ts'
import { watchAccess } from './gate/watchAccess.ts'
import { createReport } from './internal/createReport.ts'
import { createRosterIndex, type IndexedPerson, type RosterIndex } from './rosterIndex/createRosterIndex.ts'
import type { SeatPerson } from './rosterIndex/SeatPerson.ts'
import { defaultStore } from './store/defaultStore.ts'
import { memoryStore } from './store/memoryStore.ts'
import type { SeatsStore } from './store/SeatsStore.ts'

/** The longest delay of `setTimeout`. With a longer one, it calls back at once. */
const longestTimerMs = 2 ** 31 - 1

const defaultStatuses = ['trialing', 'active', 'past_due']

/**
 * Creates a gate, which says whether a person has a seat now, on a subscription whose status counts. It answers from an
 * index in the store. One list of a roster fills the index; webhooks and the guard keep it fresh.
 *
 * @returns `check` for a request, `watch` for a connection that stays open.
 * @throws SeatsError `ConfigurationError` if `whenUnknown` is missing or another option is not valid.
 * @see https://polar.sh/docs/features/seat-based-pricing
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { createSeatGate } from '@seats/server'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const gate = createSeatGate({ client, whenUnknown: 'deny' })
 *
 * export async function mayEnter(user: { id: string; subscriptionId: string }): Promise<boolean> {
 *   const source = { subscription_id: user.subscriptionId }
 *   const { seated } = await gate.check(source, { external_member_id: user.id })
 *   return seated
 * }
 * ```
 */
export function createSeatGate(options: SeatGateOptions): SeatGate {
  checkGateOptions(options)
  const { client, store = defaultStore(), whenUnknown, statuses = defaultStatuses } = options
  const { maxAge = 60, staleFor = 900, graceAfterLapse = 0 } = options
  const report = createReport(options.onError)
  if (whenUnknown === 'allow') warnAboutAllow()
  const shared = createPlace(store)
  // Used if the store fails. This process then asks Polar itself and remembers the answers.
  const own = createPlace(memoryStore())

  const judge = (person: SeatPerson, source: SeatSource, known: IndexedPerson): Judgement | undefined => {
    const isListed = known.lastListedAtMs !== null
    const isKnown = isListed && (known.subscription !== null || source.subscription_id === undefined)
    if (!isKnown && !known.isMissing) return undefined
    const judged = judgeAccess(person, known, {
      subscription: (source.subscription_id !== undefined && known.subscription) || undefined,
      statuses,
      graceMs: graceAfterLapse * 1000,
      nowMs: client.now(),
    })
    return known.listedAtMs === null ? { ...judged, isOutdated: true } : judged
  }

  const checkIn = async ({ index, store, refreshing }: Place, source: SeatSource, person: SeatPerson) => {
    const startedAtMs = Date.now()
    // If Polar was asked during this check, its answer counts, however long Polar took.
    const isRecent = (atMs: number) => atMs >= startedAtMs || Date.now() - atMs < maxAge * 1000
    const isFresh = (judged: Judgement | undefined) =>
      judged !== undefined && !judged.isOutdated && isRecent(judged.atMs)
    let known = await index.findPerson(source, person)
    let judged = judge(person, source, known)
    for (let attempt = 0; attempt < 2 && !isFresh(judged); attempt++) {
      const asked = once(refreshing, sourceKey(source) ?? '', () =>
        refreshSource({
          client,
          store,
          index,
          source,
          isRosterFresh: known.listedAtMs !== null && isRecent(rosterAtMs(person, known)),
          isFresh: async () => isFresh(judge(person, source, await index.findPerson(source, person))),
          report,
        }),
      )
      const isAsked = await asked
      known = await index.findPerson(source, person)
      judged = judge(person, source, known)
      if (!isAsked) break
    }
    return { judged, isFresh: isFresh(judged) }
  }

  const checkOne = async (source: SeatSource, person: SeatPerson): Promise<SeatGateAnswer> => {
    const { judged, isFresh } = await checkIn(shared, source, person).catch(async (error: unknown) => {
      report(error)
      return checkIn(own, source, person)
    })
    if (judged === undefined) return unknown()
    const { atMs, isOutdated: _, ...answer } = judged
    const isStale = Date.now() - atMs >= (maxAge + staleFor) * 1000
    // A seat that was seen too long ago lets nobody in. An old answer of "no seat" still keeps people out.
    if (!isFresh && isStale && answer.seated) return unknown()
    return { ...answer, basis: isFresh ? 'known' : 'stale', asOf: new Date(atMs).toISOString() }
  }

  const unknown = (): SeatGateAnswer => {
    const basis = { basis: 'policy', asOf: new Date().toISOString() } as const
    return whenUnknown === 'allow'
      ? { seated: true, seat: null, ...basis }
      : { seated: false, reason: 'unknown', ...basis }
  }

  const check: SeatGate['check'] = async (sources, person) => {
    requirePerson(person)
    const all = requireSources(sources)
    const [only] = all
    if (only !== undefined && all.length === 1) return checkOne(only, person)
    const answers = await Promise.all(all.map((source) => checkOne(source, person)))
    const asOf = new Date().toISOString()
    return bestAccess(answers) ?? { seated: false, reason: 'not_seated', basis: 'known', asOf }
  }

  return {
    check,
    async watch(source, person, { signal }, onChange) {
      requirePerson(person)
      const [followed] = requireSources(source)
      const channel = followed && eventsChannel(followed)
      return watchAccess({
        subscribe: (onNews, onLost) => store.subscribe(channel ?? '', onNews, onLost),
        check: () => check(source, person),
        whenLost: unknown,
        intervalMs: Math.min(Math.max(maxAge, 1) * 1000, longestTimerMs),
        signal,
        onChange,
        report,
      })
    },
  }
}

/** A store with its index, and the questions to Polar that are under way, by source. */
interface Place {
  store: SeatsStore
  index: RosterIndex
  refreshing: Map<string, Promise<boolean>>
}

const createPlace = (store: SeatsStore): Place => ({ store, index: createRosterIndex(store), refreshing: new Map() })

/** Runs `work`. If it is already running for this key, waits for that run instead. */
function once(running: Map<string, Promise<boolean>>, key: string, work: () => Promise<boolean>): Promise<boolean> {
  const before = running.get(key)
  if (before !== undefined) return before
  const started = work().finally(() => running.delete(key))
  running.set(key, started)
  return started
}

function warnAboutAllow() {
  // oxlint-disable-next-line no-console
  console.warn(
    "@seats/server: this gate has `whenUnknown: 'allow'`. While Polar cannot be asked, it lets in everybody of whom it knows nothing.",
  )
}
