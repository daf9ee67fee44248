import { getSubscription, isSeatsError, type SeatsClient, type SeatSource } from '@seats/core'
import { sourceKey } from '../contract/sourceKey.ts'
import { sleep } from '../internal/sleep.ts'
import type { StoredIndex } from '../rosterIndex/createStoredIndex.ts'
import type { SeatsStore } from '../store/SeatsStore.ts'

/**
 * The time limit of each call to Polar. A call that fails is not sent again, because a request waits for the answer.
 */
const askTimeoutMs = 8_000
/** The time for which other processes wait for the process that asks Polar. */
const waitTimeoutMs = 10_000
/** Milliseconds between two reads of the store while another process asks Polar. */
const pollIntervalMs = 25
/**
 * The time for which a process has the lock. It is longer than a call to Polar may take. If the process dies, another
 * process can ask Polar after this time.
 */
const lockSeconds = 15
/** The time after a failure in which Polar is not asked again. */
const failedSeconds = 5
/** The two values stored under `failedKey`: they say which part failed. */
const [polarFailed, storeFailed] = ['polar', 'store']

export interface RefreshParams {
  client: SeatsClient
  store: SeatsStore
  index: StoredIndex
  source: SeatSource
  /** True if only the subscription is too old. Then the roster is not listed. */
  isRosterFresh: boolean
  /** Resolves with whether the index is fresh. */
  isFresh: () => Promise<boolean>
  report: (error: unknown) => void
}

/**
 * Reads a source's roster and subscription, and stores them in the index. Only one process at a time asks Polar. The
 * others wait for it.
 *
 * @returns Whether the index is fresh now. False if a call to Polar has just failed, or did not end in time.
 * @throws If the store fails, or has just failed. The caller then uses an index in its own memory.
 */
export async function refreshSource(params: RefreshParams): Promise<boolean> {
  const { store, source, isFresh, report } = params
  const key = sourceKey(source)
  const [lockKey, failedKey] = [`refresh:${key}`, `refresh-failed:${key}`]
  const lock = crypto.randomUUID()
  const deadlineMs = performance.now() + waitTimeoutMs
  while (performance.now() < deadlineMs) {
    const failedPart = await store.get(failedKey)
    if (failedPart === storeFailed) {
      throw new Error(
        `The store failed less than ${failedSeconds} seconds ago, so it is not asked for this roster yet.`,
      )
    }
    if (failedPart !== null) return false
    if (await store.set(lockKey, lock, { seconds: lockSeconds, ifAbsent: true })) {
      try {
        // Another process may have asked Polar before this one got the lock.
        const polarError = (await isFresh()) ? undefined : await readSource(params)
        if (polarError === undefined) return true
        report(polarError)
        await store.set(failedKey, polarFailed, { seconds: failedSeconds })
        return false
      } catch (error) {
        await store.set(failedKey, storeFailed, { seconds: failedSeconds }).catch(report)
        throw error
      } finally {
        await store.compareAndSet(lockKey, { expected: lock, value: null, seconds: 1 }).catch(report)
      }
    }
    await sleep(pollIntervalMs)
    if (await isFresh()) return true
  }
  return false
}

/**
 * Asks Polar, and records the answers. Resolves with the error of a call to Polar, or with `undefined` if the index is
 * fresh now. Throws the errors of the store.
 */
async function readSource({ client, index, source, isRosterFresh }: RefreshParams): Promise<unknown> {
  const options = { retry: false, timeout: askTimeoutMs } as const
  const askedAtMs = Date.now()
  const { subscription_id } = source
  const [list, subscription] = await Promise.allSettled([
    isRosterFresh ? undefined : client.listSeats(source, options),
    subscription_id === undefined ? undefined : getSubscription(client, { subscription_id }, options),
  ])
  if (list.status === 'fulfilled' && list.value) await index.recordList(source, list.value, askedAtMs)
  if (subscription.status === 'fulfilled' && subscription.value) {
    await index.recordSubscription(source, subscription.value, 'list')
  }
  const errors = [list, subscription].flatMap((result) =>
    result.status === 'rejected' ? [result.reason as unknown] : [],
  )
  if (!errors.some((error) => isSeatsError(error, 'ResourceNotFound'))) return errors[0]
  await index.recordMissing(source, askedAtMs)
  return undefined
}
