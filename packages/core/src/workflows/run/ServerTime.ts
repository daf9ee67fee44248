/**
 * Estimates the server's time from the seats in the answers to a job. Uses the client's clock until the first answer.
 */
export class ServerTime {
  readonly #clientNow: () => number
  #firstOffsetMs: number | undefined
  #lastOffsetMs: number | undefined

  /** @param clientNow the client's clock, in milliseconds */
  constructor(clientNow: () => number) {
    this.#clientNow = clientNow
  }

  /** Stores the time of an assignment whose answer has just arrived. The server's time is now at least this. */
  learn(assignedAtMs: number | null): void {
    if (assignedAtMs === null) return
    this.#lastOffsetMs = assignedAtMs - this.#clientNow()
    this.#firstOffsetMs ??= this.#lastOffsetMs
  }

  /** Returns a function that gives the server's time at the call of `mark`. The function also uses later answers. */
  mark(): () => number {
    const clientTime = this.#clientNow()
    const offsetMs = this.#lastOffsetMs
    return () => Math.floor(clientTime + (offsetMs ?? this.#firstOffsetMs ?? 0))
  }
}
