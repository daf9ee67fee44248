import type { SeatsStore } from '../store/SeatsStore.ts'

/** One week. This is longer than Polar goes on sending an event again. */
const doneSeconds = 7 * 24 * 3600
/** If a process dies while it handles an event, another attempt may handle it after this time. */
const claimSeconds = 60
const renewIntervalSeconds = claimSeconds / 3
/** An action that takes longer loses its claim, so that one of Polar's attempts can handle the event. */
const maxClaimSeconds = 300

/**
 * Runs an action for an id: at least once, and normally once in all processes. If the action fails, a later call runs
 * it again. It can run twice if its process stops for a while or the store fails during the action.
 *
 * @returns `done` if the action has succeeded, now or before. `running` if another call is running it.
 */
export async function handleOnce(
  store: SeatsStore,
  id: string,
  action: () => Promise<void>,
): Promise<'done' | 'running'> {
  const key = `webhook:${id}`
  const claim = crypto.randomUUID()
  if (!(await store.set(key, claim, { seconds: claimSeconds, ifAbsent: true }))) {
    return (await store.get(key)) === 'done' ? 'done' : 'running'
  }
  const hasClaim = async () => (await store.get(key)) === claim
  const stopRenewing = renewRegularly(async () => {
    if (await hasClaim()) await store.set(key, claim, { seconds: claimSeconds })
  })
  try {
    await action().finally(stopRenewing)
  } catch (error) {
    // If the store fails too, the claim expires. The error of the action is the one to report.
    await hasClaim()
      .then((isOwn) => (isOwn ? store.delete(key) : undefined))
      .catch(() => {})
    throw error
  }
  const markDone = () => store.set(key, 'done', { seconds: doneSeconds })
  await markDone().catch(markDone)
  return 'done'
}

/**
 * Calls `renew` regularly, for at most `maxClaimSeconds`. The function that it returns stops this and waits for a
 * renewal that is running, so that none comes after the end.
 */
function renewRegularly(renew: () => Promise<void>): () => Promise<void> {
  let lastRenewal = Promise.resolve()
  let passedSeconds = 0
  const timer = setInterval(() => {
    passedSeconds += renewIntervalSeconds
    if (passedSeconds >= maxClaimSeconds) clearInterval(timer)
    lastRenewal = lastRenewal.then(renew).catch(() => {})
  }, renewIntervalSeconds * 1000)
  return () => {
    clearInterval(timer)
    return lastRenewal
  }
}
