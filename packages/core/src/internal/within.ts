import { longest } from './sleep.ts'

/** What `within` rejects with when the time is over. */
export class TimedOut extends Error {}

/**
 * Runs `work` for `timeout` milliseconds at most, and only as long as the caller wants, whether or not it minds the
 * signal that it gets. 0 and Infinity mean no limit.
 */
export async function within<T>(
  signal: AbortSignal | undefined,
  timeout: number,
  work: (signal: AbortSignal) => Promise<T>,
): Promise<T> {
  signal?.throwIfAborted()
  const controller = new AbortController()
  let clear = () => {}
  const ended = new Promise<never>((_, reject) => {
    const end = (reason: unknown) => {
      reject(reason)
      controller.abort(reason)
    }
    const follow = () => end(signal?.reason)
    signal?.addEventListener('abort', follow)
    const isLimited = Number.isFinite(timeout) && timeout > 0
    const timer = isLimited ? setTimeout(() => end(new TimedOut()), Math.min(timeout, longest)) : undefined
    clear = () => {
      clearTimeout(timer)
      signal?.removeEventListener('abort', follow)
    }
  })
  try {
    return await Promise.race([work(controller.signal), ended])
  } finally {
    clear()
  }
}
