/**
 * Reads unless the signal is aborted at once. React's StrictMode mounts, unmounts and mounts again: the first mount sends
 * no request.
 */
export async function unlessLeft<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  await Promise.resolve()
  signal.throwIfAborted()
  return read()
}
