import { longestTimerMs } from './sleep.ts'

/** What `within` rejects with when the time is over. */
export class TimedOut extends Error {}

/**
 * Runs `work` for `timeout` milliseconds at most, and only as long as the caller wants, whether or not it minds the
 * signal that it gets. 0 means no limit, and so does more than a timer can wait (24 days).
 */
export function within<T>(
  signal: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  return new Promise((resolve, reject) => {
    signal?.throwIfAborted()
    const controller = new AbortController()
    const isLimited = timeout > 0 && timeout <= longestTimerMs
    const timer = isLimited ? setTimeout(() => end(new TimedOut()), timeout) : undefined
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
