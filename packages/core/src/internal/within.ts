import { longest } from './sleep.ts'

/** What `within` rejects with when the time is over. */
export class TimedOut extends Error {}

/**
 * Runs `work` for `timeout` milliseconds at most, and only as long as the caller wants, whether or not it minds the
 * signal that it gets. 0 and Infinity mean no limit.
 */
export function within<T>(
  signal: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const controller = new AbortController()
    const isLimited = Number.isFinite(timeout) && timeout > 0
    const timer = isLimited ? setTimeout(() => end(new TimedOut()), Math.min(timeout, longest)) : undefined
    const follow = () => end(signal?.reason)
    signal?.addEventListener('abort', follow)
    const clear = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', follow)
    }
    const end = (reason: unknown) => {
      clear()
      reject(reason)
      controller.abort(reason)
    }
    work(controller.signal).then(
      (value) => {
        clear()
        resolve(value)
      },
      (error: unknown) => {
        clear()
        reject(error)
      },
    )
  })
}
