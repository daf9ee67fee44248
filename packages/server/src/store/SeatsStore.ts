/** How often something may happen: `points` in `seconds`. */
export interface Budget {
  points: number
  seconds: number
}

/**
 * What several processes share: the bus of live events, webhook ids that were seen, and rate budgets. `memoryStore()`
 * for one process, `redisStore(client)` for more; or your own.
 */
export interface SeatsStore {
  get(key: string): Promise<string | null>
  /** Keeps a value for a while. With `ifAbsent`, false where there is one already, which then stays. */
  set(key: string, value: string, options: { seconds: number; ifAbsent?: boolean }): Promise<boolean>
  delete(key: string): Promise<void>
  publish(channel: string, message: string): Promise<void>
  /**
   * Calls back for each message, until what it resolves to is called. `onLost` is called where messages may have been
   * missed, because a connection was.
   */
  subscribe(channel: string, onMessage: (message: string) => void, onLost?: () => void): Promise<() => void>
  /** Spends one point. Resolves to 0, or to the seconds until there is one again. */
  spend(key: string, budget: Budget): Promise<number>
}
