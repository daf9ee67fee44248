interface ExpiringMap {
  get(key: string): string | undefined
  set(key: string, value: string, seconds: number): void
  delete(key: string): void
}

/** Creates a map in which each value stays until it expires, however many other values there are. */
export function createExpiringMap(): ExpiringMap {
  const entries = new Map<string, { value: string; expiresAtMs: number }>()
  const find = (key: string) => {
    const entry = entries.get(key)
    return entry !== undefined && entry.expiresAtMs > performance.now() ? entry : undefined
  }
  /** Deletes expired entries, oldest first. Stops at the first entry that is still valid, so a write stays fast. */
  const deleteExpired = () => {
    for (const key of entries.keys()) {
      if (find(key) !== undefined) return
      entries.delete(key)
    }
  }

  return {
    get: (key) => find(key)?.value,
    set(key, value, seconds) {
      deleteExpired()
      // Deleting and adding an entry makes it the last one, so the map stays ordered by age.
      entries.delete(key)
      entries.set(key, { value, expiresAtMs: performance.now() + seconds * 1000 })
    },
    delete: (key) => void entries.delete(key),
  }
}
