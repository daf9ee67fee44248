import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { AssignSeatsProgress } from './assignSeatsProgress.ts'
import {
  isOpen,
  reportOf,
  type AssignSeatsOutcome,
  type AssignSeatsReport,
  type AssignSeatsResult,
} from './assignSeatsReport.ts'
import type { Unsettled } from './bulkOutcomes.ts'
import { reportError } from '../run/reportError.ts'

/** A recipient who has no outcome yet. */
export interface OpenRecipient {
  /** Index among the results. */
  readonly place: number
  readonly recipient: SeatInvitee
  /** Why they wait for a read of the roster. */
  reason: Unsettled
  /** The error of their last answer, if it had one. */
  error?: SeatsError | undefined
  /** The number of answers that settled nothing. */
  tries: number
  /** Returns the server's time of the first call whose outcome is not known. If it is set, they may be seated. */
  sentAt?: (() => number) | undefined
}

/** The seat or error that a result holds beside its outcome. */
export interface Evidence {
  seat?: CustomerSeat | undefined
  error?: SeatsError | undefined
}

export interface BulkListeners {
  onProgress?: ((progress: AssignSeatsProgress) => void) | undefined
  /** Called before `onProgress` with each result that has an outcome. */
  onResult?: ((place: number, result: AssignSeatsResult) => void) | undefined
}

/** Holds the results of a bulk job, and reports progress. The work for each change does not grow with the job. */
export class BulkResults {
  /** The current results. Only this class changes them. */
  readonly all: readonly AssignSeatsResult[]
  readonly #current: AssignSeatsResult[]
  readonly #start: AssignSeatsReport
  readonly #listeners: BulkListeners
  readonly #startedAtMs = performance.now()
  /** All changes since the start. A progress reads its report from them, if an app asks for it. */
  readonly #changes: { place: number; result: AssignSeatsResult }[] = []
  readonly #counts = new Map<AssignSeatsOutcome, number>()
  #answers = 0

  constructor(start: AssignSeatsReport, listeners: BulkListeners) {
    this.#start = start
    this.#current = [...start.results]
    this.all = this.#current
    this.#listeners = listeners
    for (const { outcome } of start.results) this.#count(outcome, 1)
  }

  /** Counts an answer, for the estimate of the time that is left. */
  countAnswer(): void {
    this.#answers++
  }

  /** Stores the error and the time of the call for a recipient who has no outcome yet. */
  save(open: OpenRecipient, error?: SeatsError | undefined): void {
    this.#set(open, 'skipped', { error })
  }

  /** Stores a recipient's outcome, and tells the listeners. */
  end(open: OpenRecipient, outcome: AssignSeatsOutcome, evidence: Evidence): void {
    const result = this.#set(open, outcome, evidence)
    const { onProgress, onResult } = this.#listeners
    try {
      onResult?.(open.place, result)
      onProgress?.(this.#progress())
    } catch (error) {
      reportError(error)
    }
  }

  /**
   * Stores the outcome of a recipient whose seat is on the roster. It is `assigned` if the seat was assigned after this
   * job sent the call.
   */
  endSeated(open: OpenRecipient, seat: CustomerSeat | undefined): void {
    const time = seat ? assignedAt(seat) : null
    const isProven = open.sentAt !== undefined && time !== null && time >= open.sentAt()
    this.end(open, isProven ? 'assigned' : 'already_seated', { seat })
  }

  #set(
    { place, recipient, sentAt }: OpenRecipient,
    outcome: AssignSeatsOutcome,
    { seat, error }: Evidence,
  ): AssignSeatsResult {
    const result: AssignSeatsResult = {
      recipient,
      outcome,
      ...(seat && { seat }),
      ...(error && { error: error.toJSON() }),
    }
    const mayBeSeated = sentAt !== undefined && isOpen(result)
    if (mayBeSeated) result.sentAt = new Date(sentAt()).toISOString()
    this.#count(this.#current[place]?.outcome, -1)
    this.#count(outcome, 1)
    this.#current[place] = result
    this.#changes.push({ place, result })
    return result
  }

  #count(outcome: AssignSeatsOutcome | undefined, change: 1 | -1): void {
    if (outcome) this.#counts.set(outcome, this.#numberOf(outcome) + change)
  }

  #numberOf(outcome: AssignSeatsOutcome): number {
    return this.#counts.get(outcome) ?? 0
  }

  #progress(): AssignSeatsProgress {
    const total = this.#current.length
    const left = this.#numberOf('skipped')
    const msPerAnswer = (performance.now() - this.#startedAtMs) / this.#answers
    const reportAfter = (changes: number) => this.#reportAfter(changes)
    const changes = this.#changes.length
    let report: AssignSeatsReport | undefined
    return {
      done: total - left,
      total,
      assigned: this.#numberOf('assigned'),
      failed: this.#numberOf('failed'),
      etaMs: left === 0 ? 0 : this.#answers === 0 ? null : Math.round(msPerAnswer * left),
      get report() {
        report ??= reportAfter(changes)
        return report
      },
    }
  }

  /** Returns the report as it was after the first `count` changes. */
  #reportAfter(count: number): AssignSeatsReport {
    const { source, results } = this.#start
    if (count === this.#changes.length) return reportOf(source, this.#current)
    const then = [...results]
    for (const { place, result } of this.#changes.slice(0, count)) then[place] = result
    return reportOf(source, then)
  }
}
