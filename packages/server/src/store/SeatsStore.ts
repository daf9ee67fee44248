/** A limit on how often something may happen. */
export interface RateBudget {
  /** The number of times that it may happen in one window. */
  points: number
  /** The length of a window, in seconds. */
  seconds: number
}

/** A value and its version. Versions are compared as text. */
export interface VersionedValue {
  version: string
  value: string
}

/**
 * The data that several processes of an app share: messages for live streams, the ids of webhooks that were handled,
 * locks, rate budgets, and an index of who is seated. Use `memoryStore()` for one process and `redisStore(client)` for
 * several, or write your own.
 */
export interface SeatsStore {
  /** Resolves with the value, or with null if there is none or it has expired. */
  get(key: string): Promise<string | null>
  /**
   * Stores a value for `seconds`. With `ifAbsent`, an existing value stays as it is, and the call resolves with false.
   * Otherwise resolves with true.
   */
  set(key: string, value: string, options: { seconds: number; ifAbsent?: boolean }): Promise<boolean>
  /**
   * Replaces a value if it is still the expected one, in one atomic step. Null means no value: `expected: null` stores
   * a new value, `value: null` deletes. Resolves with whether the value was the expected one.
   */
  compareAndSet(
    key: string,
    change: { expected: string | null; value: string | null; seconds: number },
  ): Promise<boolean>
  /**
   * Stores fields of a record, each with its version. A stored field with a greater version is not replaced. So each
   * field keeps its newest version, even if several processes write at the same time or late. The record expires
   * `seconds` after its last write.
   */
  mergeFields(key: string, fields: Record<string, VersionedValue>, options: { seconds: number }): Promise<void>
  /** Resolves with the values of a record's fields, in the order of `names`. A field that is missing is null. */
  readFields(key: string, names: readonly string[]): Promise<(string | null)[]>
  /** Deletes a value or a record. */
  delete(key: string): Promise<void>
  /** Sends a message to every subscriber of the channel, in all processes. */
  publish(channel: string, message: string): Promise<void>
  /**
   * Calls `onMessage` for each message on the channel. Calls `onLost` if the connection was lost, because messages may
   * have been missed then. Resolves with a function that ends the subscription.
   */
  subscribe(channel: string, onMessage: (message: string) => void, onLost?: () => void): Promise<() => void>
  /** Spends one point of a budget. Resolves with 0, or with the seconds until a point is available if none is left. */
  spend(key: string, budget: RateBudget): Promise<number>
}
