import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import { findCustomerSeat } from '../../roster/findCustomerSeat.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatAssign } from '../../schemas/SeatAssign.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import { isOpen, reportOf, type AssignSeatsReport, type AssignSeatsResult } from './assignSeatsReport.ts'
import * as outcomes from './bulkOutcomes.ts'
import { BulkPace } from './BulkPace.ts'
import { BulkResults, type Evidence, type OpenRecipient } from './BulkResults.ts'
import { BulkRoster } from './BulkRoster.ts'
import { preflightSeats } from './preflightSeats.ts'
import { ServerTime } from '../run/ServerTime.ts'

type ErrorKind = Exclude<outcomes.AssignAnswer, 'seat'>
type Answer =
  | { kind: 'seat'; seat: CustomerSeat; error?: undefined }
  | { kind: ErrorKind; seat?: undefined; error: SeatsError }

/** One bulk job. Sends everything that is open, settles by the roster what the answers left unsettled, and so on. */
export class BulkAssign {
  readonly #client: SeatsClient
  readonly #report: AssignSeatsReport
  readonly #options: AssignSeatsOptions
  readonly #pace: BulkPace
  readonly #results: BulkResults
  readonly #roster: BulkRoster
  readonly #serverTime: ServerTime
  #open: OpenRecipient[] = []
  #unsettled: OpenRecipient[] = []
  /** Seats that are free as far as this job knows, less those that calls under way may take. */
  #free = 0

  constructor(client: SeatsClient, report: AssignSeatsReport, options: AssignSeatsOptions) {
    this.#client = client
    this.#report = report
    this.#options = options
    this.#pace = new BulkPace(client, options)
    this.#results = new BulkResults(report, options.onProgress)
    this.#roster = new BulkRoster(client, report.source, this.#pace)
    this.#serverTime = new ServerTime(client.now)
  }

  async run(): Promise<AssignSeatsReport> {
    try {
      await this.#preflight()
      while (this.#open.length + this.#unsettled.length > 0 && !this.#pace.isOver) {
        await this.#sendAll()
        await this.#settleAll()
      }
    } finally {
      this.#pace.end()
    }
    return reportOf(this.#report.source, this.#results.all, this.#pace.error)
  }

  async #preflight(): Promise<void> {
    const roster = await this.#roster.read(this.#options.signal).catch((error: unknown) => {
      if (!this.#pace.isOver) throw error
    })
    if (!roster) return
    this.#free = roster.available_seats
    const recipients = this.#results.all.map(({ recipient }) => recipient)
    // Those who failed in an earlier run come last, so that they keep nobody from their turn.
    const last: OpenRecipient[] = []
    for (const [place, { recipient, outcome, seat, reason }] of preflightSeats(roster, recipients).entries()) {
      const result = this.#results.all[place]
      if (result === undefined || !isOpen(result)) continue
      const open: OpenRecipient = { place, recipient, reason: 'not_sent', tries: 0, sentAt: readSentAt(result) }
      if (outcome === 'already_seated') this.#results.endSeated(open, seat)
      // A free seat can turn up, so that those who are beyond the free ones are open too.
      else if (outcome === 'new' || outcome === 'no_seat') (result.error ? last : this.#open).push(open)
      else this.#results.end(open, outcome, reason === undefined ? {} : { error: invalid(reason) })
    }
    this.#open.push(...last)
  }

  /** Sends everything that is open once, by a few workers, as far as seats are free. */
  async #sendAll(): Promise<void> {
    const queue = this.#open
    this.#open = []
    const work = async (): Promise<void> => {
      for (let open = queue.shift(); open !== undefined; open = queue.shift()) {
        if (this.#free <= 0) this.#unsettled.push({ ...open, reason: 'not_sent' })
        else if (await this.#takeTurn()) await this.#send(open, queue)
        else return void queue.unshift(open)
      }
    }
    const workers = Math.min(queue.length, Math.floor(this.#options.concurrency ?? 4))
    // An error that is not a SeatsError is thrown once the calls under way have ended.
    const ends = await Promise.allSettled(Array.from({ length: workers }, work))
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
    this.#open.push(...queue)
  }

  /** Takes the seat before the wait, so that no other worker counts on it. */
  async #takeTurn(): Promise<boolean> {
    this.#free--
    const isOurs = await this.#pace.turn()
    if (!isOurs) this.#free++
    return isOurs
  }

  async #send(open: OpenRecipient, queue: OpenRecipient[]): Promise<void> {
    const mayBeSeated = open.sentAt !== undefined
    open.sentAt ??= this.#serverTime.mark()
    this.#results.save(open)
    const answer = await this.#assign(open.recipient)
    const { kind } = answer
    // A definite answer leaves nothing to be proven later.
    if (!mayBeSeated && kind !== 'lost') open.sentAt = undefined
    if (kind !== 'seat' && kind !== 'lost') this.#free++
    if (kind === 'no_seat') this.#free = 0
    if (kind === 'seat') this.#serverTime.learn(assignedAt(answer.seat))
    if (kind === 'refused_for_all') this.#pace.stop(answer.error)
    if (kind === 'rate_limited') this.#pace.limit(answer.error)
    else if (kind !== 'lost') this.#countAnswer()
    this.#take(open, outcomes.stepAfterAnswer[kind][mayBeSeated ? 'afterLoss' : 'first'], answer, queue)
    if (kind === 'lost') await this.#pace.lost(answer.error)
  }

  async #assign(recipient: SeatInvitee): Promise<Answer> {
    this.#roster.outdate()
    try {
      // Without the signal: a call under way is let end, so that its outcome is known.
      const seatAssign = { ...recipient, ...this.#report.source } as SeatAssign
      return { kind: 'seat', seat: await this.#client.assignSeat(seatAssign, { retry: false }) }
    } catch (error) {
      if (isSeatsError(error)) return { kind: this.#kindOf(error, recipient), error }
      this.#pace.stop()
      throw error
    }
  }

  #kindOf(error: SeatsError, recipient: SeatInvitee): ErrorKind {
    const kind = outcomes.answerOf(error)
    // Somebody who may not be seated without an invitation keeps nobody from getting one.
    const asksForMore = error.code === 'OperationNotGranted' && recipient.immediate_claim
    const asksForLess = (other: AssignSeatsResult) => other.outcome === 'skipped' && !other.recipient.immediate_claim
    return kind === 'refused_for_all' && asksForMore && this.#results.all.some(asksForLess) ? 'refused' : kind
  }

  #countAnswer(): void {
    this.#results.countAnswer()
    this.#pace.answered()
  }

  /** Reads the roster once for everything that is unsettled. */
  async #settleAll(): Promise<void> {
    if (this.#unsettled.length === 0) return
    const mayAnyBeSeated = this.#unsettled.some(({ sentAt }) => sentAt !== undefined)
    const roster = this.#pace.isOver && !mayAnyBeSeated ? undefined : await this.#roster.look()
    // If it cannot be read, they wait for the next look.
    if (roster === undefined && !this.#pace.isOver) return
    if (roster) this.#free = roster.available_seats
    const index = roster && indexRoster(roster)
    const unsettled = this.#unsettled
    this.#unsettled = []
    for (const open of unsettled) {
      const seat = index?.find(open.recipient) ?? (roster && this.#findByCustomer(roster, open))
      if (seat) this.#results.endSeated(open, seat)
      else this.#take(open, outcomes.stepIfAbsent[open.reason][this.#chanceOf(open)], open, this.#open)
    }
  }

  /** Polar says that they are seated, after a lost answer: the seat may be found by its time. */
  #findByCustomer(roster: SeatsList, { recipient, reason, sentAt }: OpenRecipient): CustomerSeat | undefined {
    if (reason !== 'seated_somehow' || sentAt === undefined) return undefined
    const taken = new Set(this.#results.all.map((result) => result.seat?.id))
    return findCustomerSeat(roster, recipient, sentAt(), taken)
  }

  #chanceOf({ reason, tries }: OpenRecipient): outcomes.Chance {
    if (this.#pace.isOver) return 'job_is_over'
    if (this.#free <= 0) return 'no_seat_is_free'
    return tries < outcomes.maxTries[reason] ? 'seat_is_free' : 'no_try_is_left'
  }

  /** Takes the next step with a recipient. */
  #take(open: OpenRecipient, step: outcomes.Step, { seat, error }: Evidence, queue: OpenRecipient[]): void {
    if (step !== 'send_again' && !outcomes.isUnsettled(step)) return this.#results.end(open, step, { seat, error })
    this.#results.save(open, error)
    if (step === 'send_again') queue.unshift(open)
    else this.#unsettled.push({ ...open, reason: step, error, tries: open.tries + 1 })
  }
}

function readSentAt({ sentAt }: AssignSeatsResult): (() => number) | undefined {
  const time = Date.parse(sentAt ?? '')
  return Number.isNaN(time) ? undefined : () => time
}

const invalid = (detail: string) => new SeatsError({ code: 'RequestValidationError', status: 422, detail })
