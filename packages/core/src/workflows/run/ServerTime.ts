/**
 * Estimates the server's time from the seats that this job is given. If there is none yet, the client's clock counts.
 */
export class ServerTime {
  readonly #clientNow: () => number
  #firstOffsetMs: number | undefined
  #lastOffsetMs: number | undefined

  /** @param clientNow the client's clock, in milliseconds */
  constructor(clientNow: () => number) {
    this.#clientNow = clientNow
  }

  /** Takes in the time of an assignment whose answer has just arrived. The answer took a while, so this is the least. */
  learn(assignedAtMs: number | null): void {
    if (assignedAtMs === null) return
    this.#lastOffsetMs = assignedAtMs - this.#clientNow()
    this.#firstOffsetMs ??= this.#lastOffsetMs
  }

  /** Returns a function that gives the server's time of this moment, also by what is learnt only later. */
  mark(): () => number {
    const clientTime = this.#clientNow()
    const offsetMs = this.#lastOffsetMs
    return () => Math.floor(clientTime + (offsetMs ?? this.#firstOffsetMs ?? 0))
  }
}
