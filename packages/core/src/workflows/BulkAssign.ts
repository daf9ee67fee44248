import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { SeatsError } from '../errors/SeatsError.ts'
import { internalsOf } from '../internal/internals.ts'
import { sleep } from '../internal/sleep.ts'
import { findSeat } from '../roster/findSeat.ts'
import type { SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import type { AssignSeatsOptions } from './assignSeats.ts'
import { isOpen, reportOf, type AssignSeatsReport, type AssignSeatsResult } from './assignSeatsReport.ts'
import { preflightSeats } from './preflightSeats.ts'

/** Times one recipient is sent whose answers are lost, and lost answers in a row after which the server counts as down. */
const attempts = 8

/** One bulk job. Its results are by the recipient's place; what is open has no final outcome yet. */
export class BulkAssign {
  readonly #client: SeatsClient
  readonly #report: AssignSeatsReport
  readonly #results: AssignSeatsResult[]
  readonly #options: AssignSeatsOptions
  readonly #started = performance.now()
  #open: number[] = []
  /** Places that found no seat free, while calls under way could still give one back. */
  #seatless: number[] = []
  /** Places whose answer was lost, with its error: the roster tells which of them are seated. */
  #unsettled = new Map<number, SeatsError>()
  #tried = new Map<number, number>()
  #free = 0
  #sent = 0
  #lostInARow = 0
  #pause: Promise<void> | undefined
  #down = false

  constructor(client: SeatsClient, report: AssignSeatsReport, options: AssignSeatsOptions) {
    this.#client = client
    this.#report = report
    this.#results = report.results
    this.#options = options
  }

  async run(): Promise<AssignSeatsReport> {
    this.#preflight(await this.#list())
    while (this.#open.length > 0 && !this.#isOver()) {
      await this.#sendAll()
      await this.#settle()
      this.#seatSeatless()
    }
    // What stays is lost answers: true to say that they failed, and that they may have taken effect.
    for (const [place, error] of this.#unsettled) this.#end(place, { outcome: 'failed', error: error.toJSON() })
    return reportOf(this.#report.source, this.#results)
  }

  #preflight(roster: SeatsList): void {
    this.#free = roster.available_seats
    const rows = preflightSeats(
      roster,
      this.#results.map(({ recipient }) => recipient),
    )
    for (const [place, row] of rows.entries()) {
      const result = this.#results[place]
      if (result === undefined || !isOpen(result)) continue
      // A free seat can turn up, or a person turn out to be seated, so that places beyond the free ones are open too.
      if (row.outcome === 'new' || row.outcome === 'no_seat') this.#open.push(place)
      else if (row.outcome === 'already_seated') {
        // Seated since by an answer that the earlier run lost: this job did it.
        const ours = result.error?.isAmbiguous === true
        this.#end(place, { outcome: ours ? 'assigned' : 'already_seated', ...(row.seat && { seat: row.seat }) })
      } else this.#end(place, { outcome: row.outcome, ...(row.reason && { error: invalid(row.reason).toJSON() }) })
    }
  }

  /** One pass over what is open, by a few workers. */
  async #sendAll(): Promise<void> {
    const queue = this.#open
    this.#open = []
    const next = async (): Promise<void> => {
      for (;;) {
        await this.#turn()
        const place = this.#isOver() ? undefined : queue.shift()
        if (place === undefined) return
        await this.#sendOne(place, queue)
      }
    }
    await Promise.all(Array.from({ length: Math.max(1, this.#options.concurrency ?? 4) }, next))
    this.#open.push(...queue)
  }

  /** Waits for the rate budget and out of a pause. An abort ends the wait. */
  async #turn(): Promise<void> {
    const { signal, ratePerMinute } = this.#options
    try {
      await this.#pause
      await internalsOf(this.#client)?.budget.room(ratePerMinute, signal)
    } catch (error) {
      if (!signal?.aborted) throw error
    }
  }

  async #sendOne(place: number, queue: number[]): Promise<void> {
    const result = this.#results[place]
    if (result === undefined) return
    if (this.#free === 0) {
      this.#seatless.push(place)
      return
    }
    const { recipient } = result
    this.#free--
    try {
      // Without the signal: a call under way is let end, so that its outcome is known.
      const assign = { ...recipient, ...this.#report.source } as SeatAssign
      const seat = await this.#client.assignSeat(assign, { retry: false })
      this.#lostInARow = 0
      this.#sent++
      this.#end(place, { outcome: 'assigned', seat })
    } catch (error) {
      if (!isSeatsError(error)) throw error
      if (!error.isAmbiguous) this.#free++
      if (error.code === 'RateLimited') {
        queue.unshift(place)
        return this.#startPause(error)
      }
      if (error.isAmbiguous) return this.#lose(place, error)
      this.#lostInARow = 0
      this.#sent++
      this.#refused(place, error)
    }
  }

  #refused(place: number, error: SeatsError): void {
    const before = this.#tried.has(place)
    if (error.code === 'SeatAlreadyAssigned') {
      // Refused after a lost answer: that one had seated them.
      return this.#end(place, { outcome: before ? 'assigned' : 'already_seated' })
    }
    if (error.code === 'SeatNotAvailable') {
      this.#free = 0
      this.#seatless.push(place)
      return
    }
    this.#end(place, { outcome: error.code === 'RequestValidationError' ? 'invalid' : 'failed', error: error.toJSON() })
  }

  async #lose(place: number, error: SeatsError): Promise<void> {
    this.#unsettled.set(place, error)
    this.#tried.set(place, (this.#tried.get(place) ?? 0) + 1)
    this.#lostInARow++
    if (this.#lostInARow >= attempts) this.#down = true
    else await this.#wait(Math.random() * Math.min(30_000, 100 * 2 ** this.#lostInARow))
  }

  #startPause(error: SeatsError): void {
    // A browser cannot read Retry-After across origins: a tenth of a minute, then, and again if that was too short.
    this.#pause ??= this.#wait((error.retryAfter ?? 6) * 1000 + Math.random() * 250).then(() => {
      this.#pause = undefined
    })
  }

  async #wait(ms: number): Promise<void> {
    const { signal } = this.#options
    await sleep(ms, signal).catch((reason: unknown) => {
      if (!signal?.aborted) throw reason
    })
  }

  /** Reads the roster once for all lost answers; who is not on it is open again, as often as `attempts` says. */
  async #settle(): Promise<void> {
    if (this.#unsettled.size === 0) return
    const roster = await this.#list().catch(() => undefined)
    if (roster === undefined) {
      this.#down = true
      return
    }
    this.#free = roster.available_seats
    for (const [place, error] of this.#unsettled) {
      const recipient = this.#results[place]?.recipient
      const seat = recipient && findSeat(roster, recipient)
      if (seat !== undefined) this.#end(place, { outcome: 'assigned', seat })
      else if (!this.#isOver() && (this.#tried.get(place) ?? 0) < attempts) this.#open.push(place)
      else this.#end(place, { outcome: 'failed', error: error.toJSON() })
      this.#unsettled.delete(place)
    }
  }

  #seatSeatless(): void {
    const places = this.#seatless
    this.#seatless = []
    if (this.#free > 0) this.#open.push(...places)
    else for (const place of places) this.#end(place, { outcome: 'no_seat' })
  }

  #list(): Promise<SeatsList> {
    return this.#client.listSeats(this.#report.source)
  }

  #isOver(): boolean {
    return this.#down || this.#options.signal?.aborted === true
  }

  #end(place: number, outcome: Omit<AssignSeatsResult, 'recipient'>): void {
    const recipient = this.#results[place]?.recipient
    if (recipient !== undefined) this.#results[place] = { recipient, ...outcome }
    try {
      this.#options.onProgress?.(this.#progress())
    } catch (error) {
      // The caller's mistake is theirs to see, and no reason to lose half a job.
      void Promise.reject(error)
    }
  }

  #progress() {
    const results = this.#results
    const total = results.length
    const open = results.filter(({ outcome }) => outcome === 'skipped').length
    const elapsed = performance.now() - this.#started
    return {
      done: total - open,
      total,
      assigned: results.filter(({ outcome }) => outcome === 'assigned').length,
      failed: results.filter(({ outcome }) => outcome === 'failed').length,
      etaMs: this.#sent === 0 ? (open === 0 ? 0 : null) : Math.round((elapsed / this.#sent) * open),
      report: reportOf(this.#report.source, results),
    }
  }
}

const invalid = (detail: string) => new SeatsError({ code: 'RequestValidationError', status: 422, detail })
