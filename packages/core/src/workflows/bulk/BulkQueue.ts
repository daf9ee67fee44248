import { findCustomerSeat } from '../../roster/findCustomerSeat.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { answerRules, isWaitReason, waitRules, type Chance, type Step } from './bulkOutcomes.ts'
import type { BulkResults, Evidence, OpenRecipient } from './BulkResults.ts'
import { openRecipients } from './openRecipients.ts'
import type { BulkAnswer } from './sendAssign.ts'

/** The state of a bulk job: the recipients without an outcome, and the free seats. Sends nothing. */
export class BulkQueue {
  /** Recipients to send a call for. */
  readonly ready: OpenRecipient[] = []
  /** Recipients who wait for a read of the roster, because their answer was unclear or no seat was free. */
  readonly waiting: OpenRecipient[] = []
  readonly #results: BulkResults
  /** The free seats as far as this job knows. A call that is under way counts as having taken one. */
  #freeSeats = 0

  constructor(results: BulkResults) {
    this.#results = results
  }

  start(roster: SeatsList): void {
    this.#freeSeats = roster.available_seats
    for (const open of openRecipients(roster, this.#results)) this.ready.push(open)
  }

  /** Returns the next recipient and sets a seat aside for them. If no seat is free, all recipients have to wait. */
  next(): OpenRecipient | undefined {
    if (this.#freeSeats <= 0) {
      for (const open of this.ready.splice(0)) this.waiting.push({ ...open, reason: 'not_sent' })
    }
    const open = this.ready.shift()
    if (open !== undefined) this.#freeSeats--
    return open
  }

  /** Puts a recipient back for whom no call was sent. */
  putBack(open: OpenRecipient): void {
    this.#freeSeats++
    this.ready.unshift(open)
  }

  takeAnswer(open: OpenRecipient, answer: BulkAnswer, mayBeSeated: boolean): void {
    const { first, afterLoss, seat } = answerRules[answer.kind]
    if (seat === 'given_back') this.#freeSeats++
    if (seat === 'none_is_free') this.#freeSeats = 0
    this.#takeStep(open, mayBeSeated ? afterLoss : first, answer)
  }

  /** Takes the next step for each waiting recipient. `roster` is undefined if nobody needs it. */
  takeRoster(roster: SeatsList | undefined, isJobOver: boolean): void {
    if (roster) this.#freeSeats = roster.available_seats
    const index = roster && indexRoster(roster)
    for (const open of this.waiting.splice(0)) {
      const seat = index?.find(open.recipient) ?? (roster && this.#findByCustomer(roster, open))
      if (seat) this.#results.endSeated(open, seat)
      else this.#takeStep(open, waitRules[open.reason][this.#chanceOf(open, isJobOver)], open)
    }
  }

  #chanceOf({ reason, tries }: OpenRecipient, isJobOver: boolean): Chance {
    if (isJobOver) return 'job_is_over'
    if (this.#freeSeats <= 0) return 'no_seat_is_free'
    return tries < waitRules[reason].maxTries ? 'seat_is_free' : 'no_try_is_left'
  }

  /** Finds a seat by the time of its assignment, if Polar says after a lost answer that the customer has one. */
  #findByCustomer(roster: SeatsList, { recipient, reason, sentAt }: OpenRecipient): CustomerSeat | undefined {
    if (reason !== 'seated_somehow' || sentAt === undefined) return undefined
    const takenIds = new Set(this.#results.all.map((result) => result.seat?.id))
    return findCustomerSeat(roster, recipient, sentAt(), takenIds)
  }

  #takeStep(open: OpenRecipient, step: Step, { seat, error }: Evidence): void {
    if (step !== 'send_again' && !isWaitReason(step)) return this.#results.end(open, step, { seat, error })
    this.#results.save(open, error)
    if (step === 'send_again') this.ready.unshift(open)
    else this.waiting.push({ ...open, reason: step, error, tries: open.tries + 1 })
  }
}
