interface ExpiringMap {
  get(key: string): string | undefined
  set(key: string, value: string, seconds: number): void
  delete(key: string): void
}

/** Creates a map in which each value stays until it expires. Other values never remove it. */
export function createExpiringMap(): ExpiringMap {
  const entries = new Map<string, { value: string; expiresAtMs: number }>()
  const find = (key: string) => {
    const entry = entries.get(key)
    return entry !== undefined && entry.expiresAtMs > performance.now() ? entry : undefined
  }
  /** Deletes the oldest entries until one is still valid. So the work does not grow with the map. */
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
      // The newest entry is the last one.
      entries.delete(key)
      entries.set(key, { value, expiresAtMs: performance.now() + seconds * 1000 })
    },
    delete: (key) => void entries.delete(key),
  }
}
