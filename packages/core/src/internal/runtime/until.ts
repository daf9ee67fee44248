/**
 * Resolves once a condition holds. It is looked at now, and whenever `subscribe` calls back. Rejects with the signal's
 * reason if that is aborted first.
 */
export function until(
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
