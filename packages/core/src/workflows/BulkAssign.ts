import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import { SeatsError } from '../errors/SeatsError.ts'
import { findSeat } from '../roster/findSeat.ts'
import type { SeatAssign } from '../schemas/SeatAssign.ts'
import type { SeatsList } from '../schemas/SeatsList.ts'
import type { AssignSeatsOptions } from './assignSeats.ts'
import { progressOf } from './assignSeatsProgress.ts'
import { isOpen, reportOf, type AssignSeatsReport, type AssignSeatsResult } from './assignSeatsReport.ts'
import { BulkPace } from './BulkPace.ts'
import { preflightSeats } from './preflightSeats.ts'
import { reportError } from './reportError.ts'

/** Times one recipient is sent whose answers are lost. */
const attempts = 8

/** One bulk job. Its results are by the recipient's place; what is open has no final outcome yet. */
export class BulkAssign {
  readonly #client: SeatsClient
  readonly #report: AssignSeatsReport
  readonly #results: AssignSeatsResult[]
  readonly #options: AssignSeatsOptions
  readonly #pace: BulkPace
  readonly #started = performance.now()
  #open: number[] = []
  /** Places that found no seat free, while calls under way could still give one back. */
  #seatless: number[] = []
  /** Places whose answer was lost, with the last error: the roster tells which of them are seated. */
  #unsettled = new Map<number, SeatsError>()
  /** How often a place's answer was lost, in an earlier run too. */
  readonly #lost = new Map<number, number>()
  #free = 0
  #sent = 0

  constructor(client: SeatsClient, report: AssignSeatsReport, options: AssignSeatsOptions) {
    this.#client = client
    this.#report = report
    this.#results = report.results
    this.#options = options
    this.#pace = new BulkPace(client, options)
  }

  async run(): Promise<AssignSeatsReport> {
    try {
      await this.#preflight()
      while (this.#open.length + this.#unsettled.size > 0 && !this.#pace.isOver) {
        await this.#sendAll()
        await this.#settle()
        this.#seatSeatless()
      }
    } finally {
      this.#pace.end()
    }
    return reportOf(this.#report.source, this.#results)
  }

  async #preflight(): Promise<void> {
    const { signal } = this.#options
    if (!(await this.#pace.turn())) return
    const roster = await this.#client.listSeats(this.#report.source, { signal }).catch((error: unknown) => {
      if (signal?.aborted) return undefined
      throw error
    })
    if (roster === undefined) return
    this.#free = roster.available_seats
    const rows = preflightSeats(
      roster,
      this.#results.map(({ recipient }) => recipient),
    )
    // Who failed in an earlier run comes last, and so keeps nobody from their turn.
    const last: number[] = []
    for (const [place, row] of rows.entries()) {
      const result = this.#results[place]
      if (result === undefined || !isOpen(result)) continue
      if (result.error?.isAmbiguous) this.#lost.set(place, 1)
      // A free seat can turn up, or a person turn out to be seated, so that places beyond the free ones are open too.
      if (row.outcome === 'new' || row.outcome === 'no_seat') (result.error ? last : this.#open).push(place)
      else if (row.outcome === 'already_seated') this.#seated(place, row.seat)
      else this.#end(place, { outcome: row.outcome, ...(row.reason && { error: invalid(row.reason).toJSON() }) })
    }
    this.#open.push(...last)
  }

  /** One pass over what is open, by a few workers. */
  async #sendAll(): Promise<void> {
    const queue = this.#open
    this.#open = []
    const work = async (): Promise<void> => {
      for (let place = queue.shift(); place !== undefined; place = queue.shift()) {
        if (this.#free <= 0) this.#seatless.push(place)
        else if (await this.#takeTurn()) await this.#sendOne(place, queue)
        else {
          queue.unshift(place)
          return
        }
      }
    }
    const length = Math.min(queue.length, Math.max(1, (this.#options.concurrency ?? 4) || 1))
    // An error that is none of ours is thrown once the calls under way have ended.
    const workers = await Promise.allSettled(Array.from({ length }, work))
    const failed = workers.find((worker) => worker.status === 'rejected')
    if (failed) throw failed.reason
    this.#open.push(...queue)
  }

  /** The seat is taken before the wait, so that no other worker counts on it. */
  async #takeTurn(): Promise<boolean> {
    this.#free--
    const isOurs = await this.#pace.turn()
    if (!isOurs) this.#free++
    return isOurs
  }

  async #sendOne(place: number, queue: number[]): Promise<void> {
    try {
      // Without the signal: a call under way is let end, so that its outcome is known.
      const assign = { ...this.#results[place]?.recipient, ...this.#report.source } as SeatAssign
      const seat = await this.#client.assignSeat(assign, { retry: false })
      this.#answered()
      this.#end(place, { outcome: 'assigned', seat })
    } catch (error) {
      if (!isSeatsError(error)) {
        this.#pace.stop()
        throw error
      }
      if (error.isAmbiguous) {
        this.#unsettle(place, error)
        return this.#pace.lost()
      }
      this.#free++
      if (error.status === 429) {
        queue.unshift(place)
        return this.#pace.pause(error.retryAfter)
      }
      this.#answered()
      this.#refused(place, error)
    }
  }

  /** What became of them is looked up, and they are sent again, as often as `attempts` says. */
  #unsettle(place: number, error: SeatsError): void {
    this.#unsettled.set(place, error)
    this.#lost.set(place, (this.#lost.get(place) ?? 0) + 1)
  }

  #answered(): void {
    this.#sent++
    this.#pace.answered()
  }

  #refused(place: number, error: SeatsError): void {
    if (error.code === 'SeatAlreadyAssigned') return this.#seated(place, undefined)
    if (error.code === 'SeatNotAvailable') {
      this.#free = 0
      // Or their own lost answer took the last one.
      if (this.#lost.has(place)) this.#unsettle(place, error)
      else this.#seatless.push(place)
      return
    }
    // Nobody else would fare better, but for who asks for less.
    const asksForMore = error.code === 'OperationNotGranted' && this.#results[place]?.recipient.immediate_claim
    const isLess = ({ outcome, recipient }: AssignSeatsResult) => outcome === 'skipped' && !recipient.immediate_claim
    const isForAll = error.status === 401 || error.status === 403 || error.code === 'ResourceNotFound'
    if (isForAll && !(asksForMore && this.#results.some(isLess))) this.#pace.stop()
    this.#end(place, { outcome: error.code === 'RequestValidationError' ? 'invalid' : 'failed', error: error.toJSON() })
  }

  /** Seated, and not by the call that was just made. After a lost answer it was this job that did it. */
  #seated(place: number, seat: AssignSeatsResult['seat']): void {
    this.#end(place, { outcome: this.#lost.has(place) ? 'assigned' : 'already_seated', ...(seat && { seat }) })
  }

  /** Reads the roster once for all lost answers; who is not on it is open again, as often as `attempts` says. */
  async #settle(): Promise<void> {
    if (this.#unsettled.size === 0) return
    await this.#pace.turn()
    const roster = await this.#list()
    if (roster !== undefined) this.#free = roster.available_seats
    else {
      await this.#pace.lost()
      // They wait for the next look.
      if (!this.#pace.isOver) return
    }
    for (const [place, error] of this.#unsettled) {
      const recipient = this.#results[place]?.recipient
      const seat = roster && recipient && findSeat(roster, recipient)
      if (seat !== undefined) this.#seated(place, seat)
      else if (!this.#pace.isOver && (this.#lost.get(place) ?? 0) < attempts) this.#open.push(place)
      // True to say that it failed, and that it may have taken effect.
      else this.#end(place, { outcome: 'failed', error: error.toJSON() })
    }
    this.#unsettled.clear()
  }

  async #list(): Promise<SeatsList | undefined> {
    try {
      return await this.#client.listSeats(this.#report.source)
    } catch (error) {
      if (!isSeatsError(error)) throw error
      return undefined
    }
  }

  #seatSeatless(): void {
    // A lost call can still turn out not to have taken a seat.
    if (this.#unsettled.size > 0) return
    const places = this.#seatless
    this.#seatless = []
    if (this.#free > 0) this.#open.push(...places)
    else for (const place of places) this.#end(place, { outcome: 'no_seat' })
  }

  #end(place: number, outcome: Omit<AssignSeatsResult, 'recipient'>): void {
    const recipient = this.#results[place]?.recipient
    if (recipient !== undefined) this.#results[place] = { recipient, ...outcome }
    try {
      this.#options.onProgress?.(progressOf(this.#report, this.#sent, performance.now() - this.#started))
    } catch (error) {
      reportError(error)
    }
  }
}

const invalid = (detail: string) => new SeatsError({ code: 'RequestValidationError', status: 422, detail })
