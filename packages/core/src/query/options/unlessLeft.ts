/** React's StrictMode mounts, leaves and mounts again in one go: who leaves at once has asked for nothing. */
export async function unlessLeft<T>(signal: AbortSignal, read: () => Promise<T>): Promise<T> {
  await Promise.resolve()
  signal.throwIfAborted()
  return read()
}
