import type { SeatsStore } from '../store/SeatsStore.ts'

/** Longer than Polar goes on trying. */
const kept = 7 * 24 * 3600
/** A process that dies half-way must not block the next attempt for long. */
const running = 60

/**
 * Does something once for each id, in all processes: `done` where it was, now or before, `running` where somebody
 * else is at it. What fails may be tried again.
 */
export async function once(store: SeatsStore, id: string, action: () => Promise<void>): Promise<'done' | 'running'> {
  const key = `webhook:${id}`
  if (!(await store.set(key, 'running', { seconds: running, ifAbsent: true }))) {
    return (await store.get(key)) === 'done' ? 'done' : 'running'
  }
  try {
    await action()
  } catch (error) {
    await store.delete(key)
    throw error
  }
  await store.set(key, 'done', { seconds: kept })
  return 'done'
}
