import { onAbort } from './onAbort.ts'

/**
 * Resolves once a condition is true. Checks the condition now, and each time `subscribe` calls back. Rejects with the
 * signal's reason if the signal is aborted first.
 */
export function waitUntil(
  condition: () => boolean,
  subscribe: (check: () => void) => () => void,
  signal: AbortSignal,
): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (!condition()) return
      unsubscribe()
      stopListening()
      resolve()
    }
    const unsubscribe = subscribe(check)
    const stopListening = onAbort(signal, () => {
      unsubscribe()
      reject(signal.reason)
    })
    check()
  })
}
