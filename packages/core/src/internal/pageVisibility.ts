/** Whether this is a page that nobody can see. Servers and workers have no page to hide. */
export const isHidden = (): boolean => globalThis.document?.visibilityState === 'hidden'

/** Calls back whenever the page is shown or hidden; returns what ends that. */
export function onVisibility(callback: () => void): () => void {
  globalThis.document?.addEventListener('visibilitychange', callback)
  return () => globalThis.document?.removeEventListener('visibilitychange', callback)
}

/** Resolves once the page can be seen; rejects with the signal's reason if that is aborted first. */
export function whenVisible(signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const check = () => {
      if (isHidden() && !signal.aborted) return
      end()
      signal.removeEventListener('abort', check)
      if (signal.aborted) reject(signal.reason)
      else resolve()
    }
    const end = onVisibility(check)
    signal.addEventListener('abort', check)
    check()
  })
}
