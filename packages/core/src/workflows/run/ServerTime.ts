/**
 * Estimates the server's time from the seats in the answers of a bulk job. Uses the client's clock until the first
 * answer.
 */
export class ServerTime {
  readonly #clientNow: () => number
  #firstOffsetMs: number | undefined
  #lastOffsetMs: number | undefined

  /** @param clientNow the client's clock, in milliseconds */
  constructor(clientNow: () => number) {
    this.#clientNow = clientNow
  }

  /** Learns the server's time from the time of an assignment whose answer has just arrived. Ignores null. */
  learn(assignedAtMs: number | null): void {
    if (assignedAtMs === null) return
    this.#lastOffsetMs = assignedAtMs - this.#clientNow()
    this.#firstOffsetMs ??= this.#lastOffsetMs
  }

  /**
   * Remembers the present moment. Returns a function that returns the server's time at that moment. If no answer has
   * contained the server's time yet, the function uses the first answer that arrives later.
   */
  mark(): () => number {
    const clientTime = this.#clientNow()
    const offsetMs = this.#lastOffsetMs
    return () => Math.floor(clientTime + (offsetMs ?? this.#firstOffsetMs ?? 0))
  }
}
