import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { AssignSeatsProgress } from './assignSeatsProgress.ts'
import {
  isOpen,
  reportOf,
  type AssignSeatsOutcome,
  type AssignSeatsReport,
  type AssignSeatsResult,
} from './assignSeatsReport.ts'
import type { WaitReason } from './bulkOutcomes.ts'
import { reportError } from '../run/reportError.ts'
import { createSnapshotList, type SnapshotList } from '../run/createSnapshotList.ts'

/** A recipient who has no outcome yet. */
export interface OpenRecipient {
  /** The index of their result. */
  readonly index: number
  readonly recipient: SeatInvitee
  /** Why they wait for a read of the roster. */
  reason: WaitReason
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
  onResult?: ((index: number, result: AssignSeatsResult) => void) | undefined
  /** Called before each call is sent. The report then has the time of the call, for a page that is left during it. */
  onSend?: ((progress: AssignSeatsProgress) => void) | undefined
}

/** Holds the results of a bulk job, and reports progress. The work for each change does not grow with the job. */
export class BulkResults {
  readonly #source: SeatSource
  readonly #results: SnapshotList<AssignSeatsResult>
  readonly #listeners: BulkListeners
  readonly #startedAtMs = performance.now()
  readonly #counts: Partial<Record<AssignSeatsOutcome, number>> = {}
  #answers = 0

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

  /** Counts an answer, for the estimate of the time that is left. */
  countAnswer(): void {
    this.#answers++
  }

  /** Stores the error and the time of the call for a recipient who has no outcome yet. */
  save(open: OpenRecipient, error?: SeatsError | undefined): void {
    this.#set(open, 'skipped', { error })
  }

  /** Stores the time of a call that is about to be sent, and tells the listener. */
  saveSent(open: OpenRecipient): void {
    this.save(open)
    this.#tell(({ onSend }) => onSend?.(this.#progress()))
  }

  /** Stores a recipient's outcome, and tells the listeners. */
  end(open: OpenRecipient, outcome: AssignSeatsOutcome, evidence: Evidence): void {
    const result = this.#set(open, outcome, evidence)
    this.#tell(({ onProgress, onResult }) => {
      onResult?.(open.index, result)
      onProgress?.(this.#progress())
    })
  }

  #tell(call: (listeners: BulkListeners) => void): void {
    try {
      call(this.#listeners)
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
    { index, recipient, sentAt }: OpenRecipient,
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
    const before = this.all[index]
    if (before) this.#count(before.outcome, -1)
    this.#count(outcome, 1)
    this.#results.set(index, result)
    return result
  }

  #count(outcome: AssignSeatsOutcome, change: 1 | -1): void {
    this.#counts[outcome] = (this.#counts[outcome] ?? 0) + change
  }

  #progress(): AssignSeatsProgress {
    const total = this.all.length
    const { skipped: left = 0, assigned = 0, failed = 0 } = this.#counts
    const msPerAnswer = (performance.now() - this.#startedAtMs) / this.#answers
    const source = this.#source
    const results = this.#results.snapshot()
    let report: AssignSeatsReport | undefined
    return {
      done: total - left,
      total,
      assigned,
      failed,
      etaMs: left === 0 ? 0 : this.#answers === 0 ? null : Math.round(msPerAnswer * left),
      get report() {
        report ??= reportOf(source, results())
        return report
      },
    }
  }
}
