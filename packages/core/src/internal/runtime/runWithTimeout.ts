import { onAbort } from './onAbort.ts'
import { longestTimerMs } from './sleep.ts'

/** The error that `runWithTimeout` rejects with after the timeout. */
export class TimedOut extends Error {}

/**
 * Runs `work`. Rejects after `timeout` milliseconds or when the caller's signal is aborted, even if `work` ignores the
 * signal that it gets. A `timeout` of 0, or longer than a timer can wait (24 days), sets no limit.
 */
export function runWithTimeout<T>(
  signal: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const controller = new AbortController()
    const isLimited = timeout > 0 && timeout <= longestTimerMs
    const timer = isLimited ? setTimeout(() => end(new TimedOut()), timeout) : undefined
    const stopListening = onAbort(signal, () => end(signal?.reason))
    const clear = () => {
      clearTimeout(timer)
      stopListening()
    }
    const end = (reason: unknown) => {
      clear()
      reject(reason)
      controller.abort(reason)
    }
    void work(controller.signal).then(resolve, reject).then(clear)
  })
}
