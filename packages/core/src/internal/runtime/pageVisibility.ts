/** Whether this is a page that nobody can see. Servers and workers have no page to hide. */
export const isHidden = (): boolean => globalThis.document?.visibilityState === 'hidden'

/** Calls back whenever the page is shown or hidden. Returns what ends that. */
export function onVisibility(callback: () => void): () => void {
  globalThis.document?.addEventListener('visibilitychange', callback)
  return () => globalThis.document?.removeEventListener('visibilitychange', callback)
}
