export interface TimeLimit {
  /** Aborts with the caller's signal, or once the time is over. */
  signal: AbortSignal
  /** Rejects with it, also where a `fetch` does not mind its signal. */
  ended: Promise<never>
  clear(): void
}

/** A limit of `timeout` milliseconds beside the caller's own signal; 0 and Infinity mean no limit. */
export function timeLimit(signal: AbortSignal | undefined, timeout: number): TimeLimit {
  const controller = new AbortController()
  const follow = () => controller.abort(signal?.reason)
  signal?.addEventListener('abort', follow)
  const timer = Number.isFinite(timeout) && timeout > 0 ? setTimeout(() => controller.abort(), timeout) : undefined
  const ended = new Promise<never>((_, reject) => {
    controller.signal.addEventListener('abort', () => reject(controller.signal.reason), { once: true })
  })
  // It may reject when nobody waits for it any more.
  ended.catch(() => {})
  return {
    signal: controller.signal,
    ended,
    clear() {
      clearTimeout(timer)
      signal?.removeEventListener('abort', follow)
    },
  }
}
