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
    const timer = isLimited ? setTimeout(() => abort(new TimedOut()), timeout) : undefined
    const stopListening = onAbort(signal, () => abort(signal?.reason))
    const clear = () => {
      clearTimeout(timer)
      stopListening()
    }
    const abort = (reason: unknown) => {
      fail(reason)
      controller.abort(reason)
    }
    const fail = (error: unknown) => {
      clear()
      reject(error)
    }
    work(controller.signal).then((result) => {
      clear()
      resolve(result)
    }, fail)
  })
}
