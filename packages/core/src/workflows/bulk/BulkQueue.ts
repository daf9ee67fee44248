import { findCustomerSeat } from '../../roster/findCustomerSeat.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { answerRules, isWaitReason, waitRules, type WaitSituation, type Step } from './bulkOutcomes.ts'
import type { BulkResults, Evidence, OpenRecipient } from './BulkResults.ts'
import { listOpenRecipients } from './listOpenRecipients.ts'
import type { BulkAnswer } from './sendAssign.ts'

/** The state of a bulk job: the recipients without an outcome, and the free seats. Sends nothing. */
export class BulkQueue {
  /** Recipients to send a call for. */
  readonly ready: OpenRecipient[] = []
  /** Recipients who wait for a read of the roster, because their answer was unclear or no seat was free. */
  readonly waiting: OpenRecipient[] = []
  readonly #results: BulkResults
  /** The number of free seats, as far as this job knows. Each call under way counts as one seat less. */
  #freeSeats = 0

  constructor(results: BulkResults) {
    this.#results = results
  }

  start(roster: SeatsList): void {
    this.#freeSeats = roster.available_seats
    for (const openRecipient of listOpenRecipients(roster, this.#results)) this.ready.push(openRecipient)
  }

  /**
   * Returns the next recipient and sets a seat aside for them. If no seat is free, all ready recipients have to wait.
   */
  next(): OpenRecipient | undefined {
    if (this.#freeSeats <= 0) {
      for (const openRecipient of this.ready.splice(0)) this.waiting.push({ ...openRecipient, reason: 'not_sent' })
    }
    const openRecipient = this.ready.shift()
    if (openRecipient !== undefined) this.#freeSeats--
    return openRecipient
  }

  /** Puts back a recipient of `next`, if no call was sent for them. */
  putBack(openRecipient: OpenRecipient): void {
    this.#freeSeats++
    this.ready.unshift(openRecipient)
  }

  takeAnswer(openRecipient: OpenRecipient, answer: BulkAnswer, mayBeSeated: boolean): void {
    const { usual, afterLoss, seat } = answerRules[answer.kind]
    if (seat === 'given_back') this.#freeSeats++
    if (seat === 'none_is_free') this.#freeSeats = 0
    this.#takeStep(openRecipient, mayBeSeated ? afterLoss : usual, answer)
  }

  /** Takes the next step for each waiting recipient. `roster` is undefined if no recipient needs it. */
  takeRoster(roster: SeatsList | undefined, isJobOver: boolean): void {
    if (roster) this.#freeSeats = roster.available_seats
    const index = roster && indexRoster(roster)
    for (const openRecipient of this.waiting.splice(0)) {
      const seat = index?.find(openRecipient.recipient) ?? (roster && this.#findByCustomer(roster, openRecipient))
      if (seat) this.#results.endSeated(openRecipient, seat)
      else
        this.#takeStep(
          openRecipient,
          waitRules[openRecipient.reason][this.#situationOf(openRecipient, isJobOver)],
          openRecipient,
        )
    }
  }

  #situationOf({ reason, tries }: OpenRecipient, isJobOver: boolean): WaitSituation {
    if (isJobOver) return 'job_is_over'
    if (this.#freeSeats <= 0) return 'no_seat_is_free'
    return tries < waitRules[reason].maxTries ? 'seat_is_free' : 'no_try_is_left'
  }

  /** After a lost answer, finds the seat of a recipient with a customer id, if Polar says that they have a seat. */
  #findByCustomer(roster: SeatsList, { recipient, reason, getSentAt }: OpenRecipient): CustomerSeat | undefined {
    if (reason !== 'seated_somehow' || getSentAt === undefined) return undefined
    const takenIds = new Set(this.#results.all.map((result) => result.seat?.id))
    return findCustomerSeat(roster, recipient, getSentAt(), takenIds)
  }

  #takeStep(openRecipient: OpenRecipient, step: Step, { seat, error }: Evidence): void {
    if (step !== 'send_again' && !isWaitReason(step)) return this.#results.end(openRecipient, step, { seat, error })
    this.#results.saveOpen(openRecipient, error)
    if (step === 'send_again') this.ready.unshift(openRecipient)
    else this.waiting.push({ ...openRecipient, reason: step, error, tries: openRecipient.tries + 1 })
  }
}
