/**
 * Resolves once a condition is true. Checks it now, and each time `subscribe` calls back. Rejects with the signal's reason
 * if the signal is aborted first.
 */
export function waitUntil(
  condition: () => boolean,
  subscribe: (check: () => void) => () => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!signal.aborted && !condition()) return
      unsubscribe()
      signal.removeEventListener('abort', check)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const unsubscribe = subscribe(check)
    signal.addEventListener('abort', check)
    check()
  })
}
