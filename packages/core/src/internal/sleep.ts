/** Milliseconds that a timer can wait; one that is set for longer would fire at once. */
export const longest: number = 2 ** 31 - 1

/** Resolves after `ms`; rejects with the signal's reason if it is aborted first. */
export function sleep(ms: number, signal?: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    if (signal?.aborted) return reject(signal.reason)
    const onAbort = () => {
      clearTimeout(timer)
      reject(signal?.reason)
    }
    const timer = setTimeout(
      () => {
        signal?.removeEventListener('abort', onAbort)
        resolve()
      },
      Math.min(ms, longest),
    )
    signal?.addEventListener('abort', onAbort, { once: true })
  })
}
