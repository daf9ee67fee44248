/** A list whose earlier states can be read later. */
export interface SnapshotList<T> {
  /** The list as it is now. Later changes of the list change it too. */
  readonly items: readonly T[]
  /** Replaces an item. Takes constant time, however long the list is. */
  set(index: number, item: T): void
  /** Returns a function that returns the list as it is now, also after later changes. It copies the list when called. */
  snapshot(): () => T[]
}

export function createSnapshotList<T>(start: readonly T[]): SnapshotList<T> {
  const items = [...start]
  const changes: { index: number; item: T }[] = []
  return {
    items,
    set(index, item) {
      items[index] = item
      changes.push({ index, item })
    },
    snapshot() {
      const changeCount = changes.length
      return () => {
        if (changeCount === changes.length) return [...items]
        const copy = [...start]
        for (const { index, item } of changes.slice(0, changeCount)) copy[index] = item
        return copy
      }
    },
  }
}
