import { performance } from 'node:perf_hooks'

const realTime = () => Math.round((performance.timeOrigin + performance.now()) * 1000)
const maxTimeoutMs = 2 ** 31 - 1

/**
 * The emulator's clock, in microseconds. After a move, the clock runs on from the new time. Between two moves, `now`
 * never returns the same instant twice.
 */
export class Clock {
  readonly #alarms = new Set<() => void>()
  #offset: number
  #last = 0

  constructor(offset = 0) {
    this.#offset = offset
  }

  /** The difference from the real clock, in microseconds. Positive if this clock is ahead. */
  get offset(): number {
    return this.#offset
  }

  /** Returns a different instant at each call, so that sorting by creation time gives the order of creation. */
  now(): number {
    this.#last = Math.max(realTime() + this.#offset, this.#last + 1)
    return this.#last
  }

  advance(seconds: number): void {
    this.#move(this.#offset + Math.round(seconds * 1_000_000))
  }

  set(microseconds: number): void {
    this.#move(microseconds - realTime())
  }

  setReal(): void {
    this.#move(0)
  }

  /** Calls `ring` once, as soon as this clock has reached an instant. Returns a function that cancels the alarm. */
  alarm(instant: number, ring: () => void): () => void {
    let timer: NodeJS.Timeout | undefined
    const wait = () => {
      clearTimeout(timer)
      const milliseconds = Math.max(0, Math.ceil((instant - this.#offset - realTime()) / 1000))
      timer = setTimeout(milliseconds > maxTimeoutMs ? wait : done, Math.min(milliseconds, maxTimeoutMs)).unref()
    }
    const cancel = () => {
      clearTimeout(timer)
      this.#alarms.delete(wait)
    }
    const done = () => {
      cancel()
      ring()
    }
    this.#alarms.add(wait)
    wait()
    return cancel
  }

  #move(offset: number): void {
    this.#offset = offset
    this.#last = 0
    for (const wait of this.#alarms) wait()
  }
}
