/** One entry of `sessionStorage`, which keeps a text in this tab when the page is reloaded. */
export interface TabStorage {
  read(): string | null
  /** Stores the text, or removes it if it is undefined. */
  write(text: string | undefined): void
}

/** Returns the entry with this name in `sessionStorage`. If the storage is forbidden or full, nothing is stored. */
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
      // If the new text does not fit, the old text must not stay, because it is about an earlier state or job.
      attempt((storage) => storage.removeItem(name))
      if (text !== undefined) attempt((storage) => storage.setItem(name, text))
    },
  }
}
