/** Calls `callback` when the signal is aborted: at once if it is already. Returns a function that removes the callback. */
export function onAbort(signal: AbortSignal | undefined, callback: () => void): () => void {
  if (signal?.aborted) callback()
  signal?.addEventListener('abort', callback)
  return () => signal?.removeEventListener('abort', callback)
}
