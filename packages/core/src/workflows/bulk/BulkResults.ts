import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { AssignSeatsProgress } from './AssignSeatsProgress.ts'
import {
  isOpen,
  createReport,
  type AssignSeatsOutcome,
  type AssignSeatsReport,
  type AssignSeatsResult,
} from './assignSeatsReport.ts'
import type { WaitReason } from './bulkOutcomes.ts'
import { reportError } from '../run/reportError.ts'
import { createSnapshotList, type SnapshotList } from '../run/createSnapshotList.ts'

/** A recipient who has no outcome yet. */
export interface OpenRecipient {
  /** The index of the recipient's result. */
  readonly index: number
  readonly recipient: SeatInvitee
  /** The reason why the recipient waits for a read of the roster. */
  reason: WaitReason
  /** The error of the last call for the recipient, if that call failed. */
  error?: SeatsError | undefined
  /** The number of answers after which the recipient had to wait for a read of the roster. */
  tries: number
  /**
   * Returns the time, by the server's clock, of the first call for the recipient that may have taken effect. If this
   * function is set, the recipient may have a seat.
   */
  getSentAt?: (() => number) | undefined
}

/** The seat or error that a result holds in addition to its outcome. */
export interface Evidence {
  seat?: CustomerSeat | undefined
  error?: SeatsError | undefined
}

export interface BulkListeners {
  onProgress?: ((progress: AssignSeatsProgress) => void) | undefined
  /** Called before `onProgress` with each result that has an outcome. */
  onResult?: ((index: number, result: AssignSeatsResult) => void) | undefined
  /**
   * Called before each call is sent. The report has the time of the call, so a resume works even if the page is
   * closed during the call.
   */
  onSend?: ((progress: AssignSeatsProgress) => void) | undefined
}

/** Holds the results of a bulk job, and reports progress. Each change takes constant time, however large the job is. */
export class BulkResults {
  readonly #source: SeatSource
  readonly #results: SnapshotList<AssignSeatsResult>
  readonly #listeners: BulkListeners
  readonly #startedAtMs = performance.now()
  readonly #counts: Partial<Record<AssignSeatsOutcome, number>> = {}
  #answerCount = 0

  constructor(start: AssignSeatsReport, listeners: BulkListeners) {
    this.#source = start.source
    this.#results = createSnapshotList(start.results)
    this.#listeners = listeners
    for (const { outcome } of start.results) this.#count(outcome, 1)
  }

  /** The current results. Only this class changes them. */
  get all(): readonly AssignSeatsResult[] {
    return this.#results.items
  }

  /** Counts an answer. The estimate of the remaining time depends on this count. */
  countAnswer(): void {
    this.#answerCount++
  }

  /** Stores the error and the time of the call for a recipient who has no outcome yet. */
  saveOpen(openRecipient: OpenRecipient, error?: SeatsError | undefined): void {
    this.#store(openRecipient, 'skipped', { error })
  }

  /** Stores the time of a call that is about to be sent, and calls the listener. */
  saveSent(openRecipient: OpenRecipient): void {
    this.saveOpen(openRecipient)
    this.#callListener(({ onSend }) => onSend?.(this.#progress()))
  }

  /** Stores a recipient's outcome, and calls the listeners. */
  end(openRecipient: OpenRecipient, outcome: AssignSeatsOutcome, evidence: Evidence): void {
    const result = this.#store(openRecipient, outcome, evidence)
    this.#callListener(({ onProgress, onResult }) => {
      onResult?.(openRecipient.index, result)
      onProgress?.(this.#progress())
    })
  }

  #callListener(call: (listeners: BulkListeners) => void): void {
    try {
      call(this.#listeners)
    } catch (error) {
      reportError(error)
    }
  }

  /**
   * Stores the outcome of a recipient whose seat is on the roster. The outcome is `assigned` if the seat was assigned
   * after a call for the recipient was sent. Otherwise it is `already_seated`.
   */
  endSeated(openRecipient: OpenRecipient, seat: CustomerSeat | undefined): void {
    const assignedAtMs = seat ? assignedAt(seat) : null
    const isFromThisJob =
      openRecipient.getSentAt !== undefined && assignedAtMs !== null && assignedAtMs >= openRecipient.getSentAt()
    this.end(openRecipient, isFromThisJob ? 'assigned' : 'already_seated', { seat })
  }

  #store(
    { index, recipient, getSentAt }: OpenRecipient,
    outcome: AssignSeatsOutcome,
    { seat, error }: Evidence,
  ): AssignSeatsResult {
    const result: AssignSeatsResult = {
      recipient,
      outcome,
      ...(seat && { seat }),
      ...(error && { error: error.toJSON() }),
    }
    const mayBeSeated = getSentAt !== undefined && isOpen(result)
    if (mayBeSeated) result.sentAt = new Date(getSentAt()).toISOString()
    const previousResult = this.all[index]
    if (previousResult) this.#count(previousResult.outcome, -1)
    this.#count(outcome, 1)
    this.#results.set(index, result)
    return result
  }

  #count(outcome: AssignSeatsOutcome, change: 1 | -1): void {
    this.#counts[outcome] = (this.#counts[outcome] ?? 0) + change
  }

  #progress(): AssignSeatsProgress {
    const total = this.all.length
    const { skipped: notDone = 0, assigned = 0, failed = 0 } = this.#counts
    const msPerAnswer = (performance.now() - this.#startedAtMs) / this.#answerCount
    const source = this.#source
    const results = this.#results.snapshot()
    let report: AssignSeatsReport | undefined
    return {
      done: total - notDone,
      total,
      assigned,
      failed,
      etaMs: notDone === 0 ? 0 : this.#answerCount === 0 ? null : Math.round(msPerAnswer * notDone),
      get report() {
        report ??= createReport(source, results())
        return report
      },
    }
  }
}
