import type { SeatsStore } from '../store/SeatsStore.ts'

/** The time for which a handled event is remembered: one week. After a week, Polar does not send an event again. */
const doneSeconds = 7 * 24 * 3600
/** The time after which an event may be handled again, if the process that handled it has died. */
const lockSeconds = 60
const renewIntervalSeconds = lockSeconds / 3
/** If an action takes longer, it loses its lock on the event. Then the event is handled when Polar sends it again. */
const maxLockSeconds = 300

/**
 * Runs an action for an id at least once, and normally exactly once in all processes together. If the action fails, a
 * later call runs it again. The action can run twice if its process stops for a while or the store fails in the
 * meantime.
 *
 * @returns `done` if the action has succeeded, now or before. `running` if another call is running it.
 */
export async function handleOnce(
  store: SeatsStore,
  id: string,
  action: () => Promise<void>,
): Promise<'done' | 'running'> {
  const key = `webhook:${id}`
  const lock = crypto.randomUUID()
  if (!(await store.set(key, lock, { seconds: lockSeconds, ifAbsent: true }))) {
    return (await store.get(key)) === 'done' ? 'done' : 'running'
  }
  const hasLock = async () => (await store.get(key)) === lock
  const stopRenewing = renewRegularly(async () => {
    if (await hasLock()) await store.set(key, lock, { seconds: lockSeconds })
  })
  try {
    await action().finally(stopRenewing)
  } catch (error) {
    // If the store fails too, the lock expires. Only the error of the action is reported.
    await hasLock()
      .then((isOwn) => (isOwn ? store.delete(key) : undefined))
      .catch(() => {})
    throw error
  }
  const markDone = () => store.set(key, 'done', { seconds: doneSeconds })
  await markDone().catch(markDone)
  return 'done'
}

/**
 * Calls `renew` regularly, for at most `maxLockSeconds`. Returns a function that stops the renewals and waits for a
 * running one.
 */
function renewRegularly(renew: () => Promise<void>): () => Promise<void> {
  let lastRenewal = Promise.resolve()
  let passedSeconds = 0
  const timer = setInterval(() => {
    passedSeconds += renewIntervalSeconds
    if (passedSeconds >= maxLockSeconds) clearInterval(timer)
    lastRenewal = lastRenewal.then(renew).catch(() => {})
  }, renewIntervalSeconds * 1000)
  return () => {
    clearInterval(timer)
    return lastRenewal
  }
}
