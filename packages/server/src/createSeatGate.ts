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
import { createErrorReporter } from './internal/createErrorReporter.ts'
import { createStoredIndex, type IndexedPerson, type StoredIndex } from './rosterIndex/createStoredIndex.ts'
import type { SeatPerson } from './rosterIndex/SeatPerson.ts'
import { defaultStore } from './store/defaultStore.ts'
import { memoryStore } from './store/memoryStore.ts'
import type { SeatsStore } from './store/SeatsStore.ts'

/** The longest delay that `setTimeout` accepts. With a longer delay it would call back at once. */
const maxTimerMs = 2 ** 31 - 1

const defaultStatuses = ['trialing', 'active', 'past_due']

/**
 * Creates a gate, which says whether a person has a seat now. Seats of a subscription count only if its status is in
 * `statuses`. The gate answers from an index in the store, which webhooks and the guard update. If the index is missing
 * or too old, the gate reads the roster and the subscription from Polar.
 *
 * @returns `check`, for one request, and `watch`, for a connection that stays open.
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
  const report = createErrorReporter(options.onError)
  if (whenUnknown === 'allow') warnAboutAllowPolicy()
  const sharedIndex = createStoreAndIndex(store)
  // Used if the store fails. This process then asks Polar itself, and keeps an index in its own memory.
  const localIndex = createStoreAndIndex(memoryStore())

  const judgePerson = (person: SeatPerson, source: SeatSource, indexedPerson: IndexedPerson): Judgement | undefined => {
    const isListed = indexedPerson.listedAtMs > 0
    const isInIndex = isListed && (indexedPerson.subscription !== null || source.subscription_id === undefined)
    if (!isInIndex && !indexedPerson.isMissing) return undefined
    const judgement = judgeAccess(person, indexedPerson, {
      subscription: (source.subscription_id !== undefined && indexedPerson.subscription) || undefined,
      statuses,
      graceMs: graceAfterLapse * 1000,
      // Expiries and lapses have times of Polar's clock, which the client knows. The age of the index is measured by
      // this machine's clock, because the webhook handler has no client when it writes the index.
      nowMs: client.now(),
    })
    return indexedPerson.isRosterOutdated ? { ...judgement, isOutdated: true } : judgement
  }

  const checkWithIndex = async (
    { index, store, refreshing }: StoreAndIndex,
    source: SeatSource,
    person: SeatPerson,
  ) => {
    const startedAtMs = Date.now()
    // An answer that Polar gave during this check counts as recent, even if Polar took longer than `maxAge`.
    const isRecent = (atMs: number) => atMs >= startedAtMs || Date.now() - atMs < maxAge * 1000
    const isFresh = (judgement: Judgement | undefined) =>
      judgement !== undefined && !judgement.isOutdated && isRecent(judgement.atMs)
    let indexedPerson = await index.findPerson(source, person)
    let judgement = judgePerson(person, source, indexedPerson)
    for (let attempt = 0; attempt < 2 && !isFresh(judgement); attempt++) {
      const refresh = shareRun(refreshing, sourceKey(source) ?? '', () =>
        refreshSource({
          client,
          store,
          index,
          source,
          isRosterFresh: !indexedPerson.isRosterOutdated && isRecent(rosterAtMs(person, indexedPerson)),
          isFresh: async () => isFresh(judgePerson(person, source, await index.findPerson(source, person))),
          report,
        }),
      )
      const wasRefreshed = await refresh
      indexedPerson = await index.findPerson(source, person)
      judgement = judgePerson(person, source, indexedPerson)
      if (!wasRefreshed) break
    }
    return { judgement, isFresh: isFresh(judgement) }
  }

  const checkOne = async (source: SeatSource, person: SeatPerson): Promise<SeatGateAnswer> => {
    const { judgement, isFresh } = await checkWithIndex(sharedIndex, source, person).catch(async (error: unknown) => {
      report(error)
      return checkWithIndex(localIndex, source, person)
    })
    if (judgement === undefined) return answerByPolicy()
    const { atMs, isOutdated: _, ...answer } = judgement
    const isStale = Date.now() - atMs >= (maxAge + staleFor) * 1000
    // If Polar last showed the person's seat too long ago, `whenUnknown` decides. An old answer of "no seat" still
    // counts.
    if (!isFresh && isStale && answer.seated) return answerByPolicy()
    return { ...answer, basis: isFresh ? 'known' : 'stale', asOf: new Date(atMs).toISOString() }
  }

  const answerByPolicy = (): SeatGateAnswer => {
    const basis = { basis: 'policy', asOf: new Date().toISOString() } as const
    return whenUnknown === 'allow'
      ? { seated: true, seat: null, ...basis }
      : { seated: false, reason: 'unknown', ...basis }
  }

  const check: SeatGate['check'] = async (sources, person) => {
    requirePerson(person)
    const sourceList = requireSources(sources)
    const [singleSource] = sourceList
    if (singleSource !== undefined && sourceList.length === 1) return checkOne(singleSource, person)
    const answers = await Promise.all(sourceList.map((source) => checkOne(source, person)))
    const asOf = new Date().toISOString()
    return bestAccess(answers) ?? { seated: false, reason: 'not_seated', basis: 'known', asOf }
  }

  return {
    check,
    async watch(source, person, { signal }, onChange) {
      requirePerson(person)
      const [followedSource] = requireSources(source)
      const channel = followedSource && eventsChannel(followedSource)
      return watchAccess({
        subscribe: (onEvent, onLost) => store.subscribe(channel ?? '', onEvent, onLost),
        check: () => check(source, person),
        whenLost: answerByPolicy,
        intervalMs: Math.min(Math.max(maxAge, 1) * 1000, maxTimerMs),
        signal,
        onChange,
        report,
      })
    },
  }
}

/** A store and its index. `refreshing` has the reads of Polar that are under way, by source. */
interface StoreAndIndex {
  store: SeatsStore
  index: StoredIndex
  refreshing: Map<string, Promise<boolean>>
}

const createStoreAndIndex = (store: SeatsStore): StoreAndIndex => ({
  store,
  index: createStoredIndex(store),
  refreshing: new Map(),
})

/** Runs `work`. If it is already running for this key, waits for that run instead. */
function shareRun(runs: Map<string, Promise<boolean>>, key: string, work: () => Promise<boolean>): Promise<boolean> {
  const running = runs.get(key)
  if (running !== undefined) return running
  const newRun = work().finally(() => runs.delete(key))
  runs.set(key, newRun)
  return newRun
}

function warnAboutAllowPolicy() {
  // oxlint-disable-next-line no-console
  console.warn(
    "@seats/server: this gate has `whenUnknown: 'allow'`. While Polar cannot be reached, it lets in everybody about whom it has no data.",
  )
}
