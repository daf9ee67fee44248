/** The changes of a list between one snapshot and the next. Each version leads to the later ones, and not to earlier. */
interface Version<T> {
  replaced: { index: number; item: T }[]
  next?: Version<T>
}

/** A list whose earlier states can be read later. */
export interface SnapshotList<T> {
  /** The list as it is now. Later changes of the list change it too. */
  readonly items: readonly T[]
  /** Replaces an item. Takes constant time, however long the list is. */
  set(index: number, item: T): void
  /** Returns a function that returns the list as it is now, also after later changes. It copies the list when called. */
  snapshot(): () => T[]
}

/** Holds one copy of the items: a change is remembered only as long as somebody has a snapshot from before it. */
export function createSnapshotList<T>(start: readonly T[]): SnapshotList<T> {
  const items = [...start]
  let latest: Version<T> | undefined
  return {
    items,
    set(index, item) {
      for (const before of items.splice(index, 1, item)) latest?.replaced.push({ index, item: before })
    },
    snapshot() {
      const version: Version<T> = { replaced: [] }
      if (latest) latest.next = version
      latest = version
      return () => {
        const copy = [...items]
        const restored = new Set<number>()
        for (let later: Version<T> | undefined = version; later; later = later.next) {
          for (const { index, item } of later.replaced) {
            // The first change replaced the item of the snapshot.
            if (!restored.has(index)) copy[index] = item
            restored.add(index)
          }
        }
        return copy
      }
    },
  }
}
