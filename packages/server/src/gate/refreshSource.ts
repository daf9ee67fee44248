import { getSubscription, isSeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import type { RosterIndex } from '../rosterIndex/createRosterIndex.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'

/** Polar is asked once, and not again, because somebody waits for the answer. */
const askTimeoutMs = 8_000
/** The others wait this long for the one that asks. */
const waitTimeoutMs = 10_000
/** Milliseconds between two looks at the store while another process asks Polar. */
const lookIntervalMs = 25
/** Longer than Polar may take. If the process that asks dies, another may ask after this time. */
const lockSeconds = 15
/** After a failure, Polar is left alone for this time. */
const failedSeconds = 5

export interface RefreshParams {
  client: SeatsClient
  store: SeatsStore
  index: RosterIndex
  source: SeatSource
  /** The roster was asked for recently enough, and only the subscription is too old. */
  isRosterFresh: boolean
  /** Resolves with true once nothing has to be asked any more. */
  isFresh: () => Promise<boolean>
  report: (error: unknown) => void
}

/**
 * Lists a source and reads its subscription, in one process at a time. The others wait for it.
 *
 * @returns Whether the index is fresh now. False if Polar cannot be asked, or did not answer in time.
 */
export async function refreshSource(params: RefreshParams): Promise<boolean> {
  const { store, source, isFresh, report } = params
  const key = sourceKey(source)
  const [lockKey, failedKey] = [`refresh:${key}`, `refresh-failed:${key}`]
  const lock = crypto.randomUUID()
  const until = performance.now() + waitTimeoutMs
  while (performance.now() < until) {
    if ((await store.get(failedKey)) !== null) return false
    if (await store.set(lockKey, lock, { seconds: lockSeconds, ifAbsent: true })) {
      try {
        // Another process may have asked between the first look and the lock.
        if (!(await isFresh())) await ask(params)
        return true
      } catch (error) {
        report(error)
        await store.set(failedKey, '1', { seconds: failedSeconds })
        return false
      } finally {
        await store.compareAndSet(lockKey, { expected: lock, value: null, seconds: 1 }).catch(report)
      }
    }
    await new Promise((resolve) => setTimeout(resolve, lookIntervalMs))
    if (await isFresh()) return true
  }
  return false
}

async function ask({ client, index, source, isRosterFresh }: RefreshParams): Promise<void> {
  const options = { retry: false, timeout: askTimeoutMs } as const
  const askedAtMs = Date.now()
  const { subscription_id } = source
  const listing = isRosterFresh
    ? undefined
    : client.listSeats(source, options).then((list) => index.recordList(source, list, askedAtMs))
  const reading =
    subscription_id === undefined
      ? undefined
      : getSubscription(client, { subscription_id }, options).then((subscription) =>
          index.recordSubscription(source, subscription, 'list'),
        )
  const results = await Promise.allSettled([listing, reading])
  const errors = results.flatMap((result) => (result.status === 'rejected' ? [result.reason as unknown] : []))
  if (errors.some((error) => isSeatsError(error, 'ResourceNotFound'))) {
    await index.recordMissing(source, askedAtMs)
  } else if (errors.length > 0) throw errors[0]
}
