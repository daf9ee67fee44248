/**
 * The functions that keep the recovery's notes in your own database. The notes must survive a restart. A table with a
 * text key and a text value is enough.
 */
export interface RecoveryMemory {
  /** Resolves with the value, or with null if there is none. */
  get(key: string): Promise<string | null>
  /** Stores a value, and replaces an older one. */
  set(key: string, value: string): Promise<void>
  /** Deletes a value. Does nothing if there is none. */
  delete(key: string): Promise<void>
  /** Resolves with all keys that begin with this text. */
  keys(prefix: string): Promise<string[]>
}
