import { performance } from 'node:perf_hooks'

const realTime = () => Math.round((performance.timeOrigin + performance.now()) * 1000)

/** The emulator's time in microseconds: it keeps running from wherever it was moved, and never answers the same instant twice. */
export class Clock {
  #offset: number
  #last = 0

  constructor(offset = 0) {
    this.#offset = offset
  }

  /** How far this clock is from the real one. */
  get offset(): number {
    return this.#offset
  }

  /** Distinct for each call, so that sorting by creation is the order of creation. */
  now(): number {
    this.#last = Math.max(realTime() + this.#offset, this.#last + 1)
    return this.#last
  }

  advance(seconds: number): void {
    this.#offset += Math.round(seconds * 1_000_000)
  }

  set(microseconds: number): void {
    this.#offset = microseconds - realTime()
    this.#last = 0
  }

  setReal(): void {
    this.#offset = 0
    this.#last = 0
  }
}
