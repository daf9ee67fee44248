import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import { findCustomerSeat } from '../../roster/findCustomerSeat.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { ServerTime } from '../run/ServerTime.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import { reportOf, type AssignSeatsReport } from './assignSeatsReport.ts'
import { BulkPace } from './BulkPace.ts'
import { BulkResults, type BulkListeners, type Evidence, type OpenRecipient } from './BulkResults.ts'
import { BulkRoster } from './BulkRoster.ts'
import * as outcomes from './bulkOutcomes.ts'
import { openRecipients } from './openRecipients.ts'
import { sendAssign, type BulkAnswer } from './sendAssign.ts'

/** Calls that run at once, unless `concurrency` says otherwise. */
const defaultConcurrency = 4

/** Runs one bulk job: sends a call for each open recipient, reads the roster for unclear answers, and repeats. */
export class BulkAssign {
  readonly #client: SeatsClient
  readonly #report: AssignSeatsReport
  readonly #concurrency: number
  readonly #signal: AbortSignal | undefined
  readonly #pace: BulkPace
  readonly #results: BulkResults
  readonly #roster: BulkRoster
  readonly #serverTime: ServerTime
  /** Recipients to send a call for. */
  #open: OpenRecipient[] = []
  /** Recipients whose answer was unclear. They wait for a read of the roster. */
  #unsettled: OpenRecipient[] = []
  /** The free seats, as far as this job knows. A call that is under way counts as having taken one. */
  #freeSeats = 0

  constructor(client: SeatsClient, report: AssignSeatsReport, options: AssignSeatsOptions & BulkListeners) {
    this.#client = client
    this.#report = report
    this.#concurrency = Math.floor(options.concurrency ?? defaultConcurrency)
    this.#signal = options.signal
    this.#pace = new BulkPace(client, options)
    this.#results = new BulkResults(report, options)
    this.#roster = new BulkRoster(client, report.source, this.#pace)
    this.#serverTime = new ServerTime(client.now)
  }

  async run(): Promise<AssignSeatsReport> {
    try {
      await this.#readStart()
      while (this.#open.length + this.#unsettled.length > 0 && !this.#pace.isOver) {
        await this.#sendOpen()
        await this.#settleUnsettled()
      }
    } finally {
      this.#pace.end()
    }
    return reportOf(this.#report.source, this.#results.all, this.#pace.error)
  }

  async #readStart(): Promise<void> {
    const roster = await this.#roster.read(this.#signal).catch((error: unknown) => {
      if (!this.#pace.isOver) throw error
    })
    if (!roster) return
    this.#freeSeats = roster.available_seats
    this.#open = openRecipients(roster, this.#results)
  }

  /** Sends a call for each open recipient, while there are free seats. */
  async #sendOpen(): Promise<void> {
    const queue = this.#open
    this.#open = []
    const work = async (): Promise<void> => {
      for (let open = queue.shift(); open !== undefined; open = queue.shift()) {
        if (this.#freeSeats <= 0) this.#unsettled.push({ ...open, reason: 'not_sent' })
        else if (await this.#waitForTurn()) await this.#send(open, queue)
        else return void queue.unshift(open)
      }
    }
    const workers = Array.from({ length: Math.min(queue.length, this.#concurrency) }, work)
    // If an error is not a SeatsError, it is thrown once the calls under way have ended.
    const ends = await Promise.allSettled(workers)
    const failed = ends.find((end) => end.status === 'rejected')
    if (failed) throw failed.reason
    this.#open.push(...queue)
  }

  /** Counts the seat as taken before it waits, so that no other worker uses it. Resolves with false if the job is over. */
  async #waitForTurn(): Promise<boolean> {
    this.#freeSeats--
    const maySend = await this.#pace.turn()
    if (!maySend) this.#freeSeats++
    return maySend
  }

  async #send(open: OpenRecipient, queue: OpenRecipient[]): Promise<void> {
    const mayBeSeated = open.sentAt !== undefined
    open.sentAt ??= this.#serverTime.mark()
    this.#results.save(open)
    const answer = await this.#assign(open.recipient)
    const { kind } = answer
    // After a clear answer, no later read has to prove anything.
    if (!mayBeSeated && kind !== 'lost') open.sentAt = undefined
    this.#learnFrom(answer)
    this.#takeStep(open, outcomes.stepAfterAnswer[kind][mayBeSeated ? 'afterLoss' : 'first'], answer, queue)
    if (kind === 'lost') await this.#pace.lost(answer.error)
  }

  async #assign(recipient: SeatInvitee): Promise<BulkAnswer> {
    this.#roster.outdate()
    try {
      return await sendAssign(this.#client, this.#report.source, recipient, this.#results.all)
    } catch (error) {
      this.#pace.stop()
      throw error
    }
  }

  /** Updates the free seats, the pace and the clock after an answer. */
  #learnFrom({ kind, seat, error }: BulkAnswer): void {
    if (kind !== 'seat' && kind !== 'lost') this.#freeSeats++
    if (kind === 'no_seat') this.#freeSeats = 0
    if (kind === 'seat') this.#serverTime.learn(assignedAt(seat))
    if (kind === 'refused_for_all') this.#pace.stop(error)
    if (kind === 'rate_limited') return this.#pace.limit(error)
    if (kind === 'lost') return
    this.#results.countAnswer()
    this.#pace.answered()
  }

  /** Reads the roster once for all recipients whose answers were unclear. */
  async #settleUnsettled(): Promise<void> {
    if (this.#unsettled.length === 0) return
    const mayAnyBeSeated = this.#unsettled.some(({ sentAt }) => sentAt !== undefined)
    const roster = this.#pace.isOver && !mayAnyBeSeated ? undefined : await this.#roster.look()
    // If the roster cannot be read, they wait for the next read.
    if (roster === undefined && !this.#pace.isOver) return
    if (roster) this.#freeSeats = roster.available_seats
    const index = roster && indexRoster(roster)
    const unsettled = this.#unsettled
    this.#unsettled = []
    for (const open of unsettled) {
      const seat = index?.find(open.recipient) ?? (roster && this.#findByCustomer(roster, open))
      if (seat) this.#results.endSeated(open, seat)
      else this.#takeStep(open, outcomes.stepIfAbsent[open.reason][this.#chanceOf(open)], open, this.#open)
    }
  }

  /** Finds a seat by the time of its assignment, if Polar says after a lost answer that the customer has one. */
  #findByCustomer(roster: SeatsList, { recipient, reason, sentAt }: OpenRecipient): CustomerSeat | undefined {
    if (reason !== 'seated_somehow' || sentAt === undefined) return undefined
    const takenIds = new Set(this.#results.all.map((result) => result.seat?.id))
    return findCustomerSeat(roster, recipient, sentAt(), takenIds)
  }

  #chanceOf({ reason, tries }: OpenRecipient): outcomes.Chance {
    if (this.#pace.isOver) return 'job_is_over'
    if (this.#freeSeats <= 0) return 'no_seat_is_free'
    return tries < outcomes.maxTries[reason] ? 'seat_is_free' : 'no_try_is_left'
  }

  /** Stores an outcome, or puts the recipient back among the open or the unsettled ones. */
  #takeStep(open: OpenRecipient, step: outcomes.Step, { seat, error }: Evidence, queue: OpenRecipient[]): void {
    if (step !== 'send_again' && !outcomes.isUnsettled(step)) return this.#results.end(open, step, { seat, error })
    this.#results.save(open, error)
    if (step === 'send_again') queue.unshift(open)
    else this.#unsettled.push({ ...open, reason: step, error, tries: open.tries + 1 })
  }
}
