/** The changes of a list between one snapshot and the next. Each version leads to the next one. */
interface Version<T> {
  replaced: { index: number; item: T }[]
  next?: Version<T>
}

/** A list whose earlier states can be read later. */
export interface SnapshotList<T> {
  /** The live list: later changes appear in it. */
  readonly items: readonly T[]
  /** Replaces an item. Takes constant time, however long the list is. */
  set(index: number, item: T): void
  /** Remembers the list as it is now. Returns a function that creates a copy of it, even after later changes. */
  snapshot(): () => T[]
}

/** Creates a list with one copy of the items. It keeps a replaced item only as long as an older snapshot is in use. */
export function createSnapshotList<T>(start: readonly T[]): SnapshotList<T> {
  const items = [...start]
  let latestVersion: Version<T> | undefined
  return {
    items,
    set(index, item) {
      for (const before of items.splice(index, 1, item)) latestVersion?.replaced.push({ index, item: before })
    },
    snapshot() {
      const version: Version<T> = { replaced: [] }
      if (latestVersion) latestVersion.next = version
      latestVersion = version
      return () => {
        const copy = [...items]
        const restoredIndexes = new Set<number>()
        for (let later: Version<T> | undefined = version; later; later = later.next) {
          for (const { index, item } of later.replaced) {
            // Only the first change after the snapshot replaced the item of the snapshot.
            if (!restoredIndexes.has(index)) copy[index] = item
            restoredIndexes.add(index)
          }
        }
        return copy
      }
    },
  }
}
