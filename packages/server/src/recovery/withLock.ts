import type { SeatsStore } from '../store/SeatsStore.ts'

/** The lock runs out after this time if its process dies. */
const lockSeconds = 15
const renewIntervalMs = (lockSeconds * 1000) / 3
/**
 * A process stops its work if it could not renew the lock for this time: 80 % of `lockSeconds`, so that no other
 * process has the lock yet.
 */
const stopAfterMs = lockSeconds * 1000 * 0.8

export interface Lock {
  /** Aborts if the lock is lost. Give the signal to each call, so that nothing is sent afterwards. */
  signal: AbortSignal
  /** Renews the lock. Throws if another process has it now. */
  renew(): Promise<void>
}

/**
 * Runs `work` while no other process has this lock. Resolves with its result, or with `undefined` if another process
 * has the lock.
 */
export async function withLock<T>(
  store: SeatsStore,
  name: string,
  work: (lock: Lock) => Promise<T>,
): Promise<T | undefined> {
  const key = `recovery:${name}`
  const value = crypto.randomUUID()
  const take = (expected: string | null) => store.compareAndSet(key, { expected, value, seconds: lockSeconds })
  if (!(await take(null))) return undefined
  const controller = new AbortController()
  const abortWork = () => controller.abort(new Error('The lock of this recovery was lost. Another process goes on.'))
  let deadlineTimer = setTimeout(abortWork, stopAfterMs)
  const renew = async () => {
    controller.signal.throwIfAborted()
    if (!(await take(value))) abortWork()
    controller.signal.throwIfAborted()
    clearTimeout(deadlineTimer)
    deadlineTimer = setTimeout(abortWork, stopAfterMs)
  }
  // If the store fails, the deadline ends the work.
  const renewTimer = setInterval(() => void renew().catch(() => {}), renewIntervalMs)
  try {
    return await work({ signal: controller.signal, renew })
  } finally {
    clearInterval(renewTimer)
    clearTimeout(deadlineTimer)
    // If the store fails, the lock runs out by itself.
    await store.compareAndSet(key, { expected: value, value: null, seconds: 1 }).catch(() => {})
  }
}
