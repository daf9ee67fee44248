/** Returns whether this code runs in a hidden page. Returns false on servers and in workers. */
export const isHidden = (): boolean => globalThis.document?.visibilityState === 'hidden'

/** Calls `callback` each time the page is shown or hidden. Returns a function that stops these calls. */
export function onVisibility(callback: () => void): () => void {
  globalThis.document?.addEventListener('visibilitychange', callback)
  return () => globalThis.document?.removeEventListener('visibilitychange', callback)
}
