import type { SeatsStore } from '../store/SeatsStore.ts'

/** Longer than Polar goes on trying. */
const kept = 7 * 24 * 3600
/** A process that dies half-way must not block the next attempt for long. */
const running = 60
/** Nor must an action that never ends, for good: Polar goes on trying for half an hour. */
const patience = 300

/**
 * Does something for each id, at least once and normally once, in all processes: `done` where it was, now or before,
 * `running` where somebody else is at it. What fails may be tried again. It may be done twice where a process stands
 * still, or the store fails, while it is at it.
 */
export async function once(store: SeatsStore, id: string, action: () => Promise<void>): Promise<'done' | 'running'> {
  const key = `webhook:${id}`
  const own = crypto.randomUUID()
  if (!(await store.set(key, own, { seconds: running, ifAbsent: true }))) {
    return (await store.get(key)) === 'done' ? 'done' : 'running'
  }
  const isOwn = async () => (await store.get(key)) === own
  const stop = repeat(async () => {
    if (await isOwn()) await store.set(key, own, { seconds: running })
  })
  try {
    await action().finally(stop)
  } catch (error) {
    // Where the store fails too, the key expires; what the action said is worth more.
    await isOwn()
      .then((is) => (is ? store.delete(key) : undefined))
      .catch(() => {})
    throw error
  }
  const finish = () => store.set(key, 'done', { seconds: kept })
  await finish().catch(finish)
  return 'done'
}

/** Does something now and then, for a while, until it is stopped, which waits for what is under way: it must not come after the end. */
function repeat(action: () => Promise<void>): () => Promise<void> {
  let last = Promise.resolve()
  let seconds = 0
  const timer = setInterval(
    () => {
      seconds += running / 3
      if (seconds >= patience) clearInterval(timer)
      last = last.then(action).catch(() => {})
    },
    (running * 1000) / 3,
  )
  return () => {
    clearInterval(timer)
    return last
  }
}
