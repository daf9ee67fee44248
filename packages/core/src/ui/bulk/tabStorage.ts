/** One text in the storage of this tab, which outlives a reload. */
export interface TabStorage {
  read(): string | null
  /** Stores the text, or removes it if it is undefined. */
  write(text: string | undefined): void
}

/** Returns a place in `sessionStorage`. If that is forbidden or full, nothing is kept. */
export function tabStorage(name: string): TabStorage {
  const attempt = <Result>(use: (storage: Storage) => Result): Result | null => {
    try {
      return use(sessionStorage)
    } catch {
      return null
    }
  }
  return {
    read: () => attempt((storage) => storage.getItem(name)),
    write(text) {
      // The text before is of an earlier state or job: it must not stay in place of one for which there is no room.
      attempt((storage) => storage.removeItem(name))
      if (text !== undefined) attempt((storage) => storage.setItem(name, text))
    },
  }
}
