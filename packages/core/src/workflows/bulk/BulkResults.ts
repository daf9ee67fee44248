import type { SeatsError } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import { progressOf, type AssignSeatsProgress } from './assignSeatsProgress.ts'
import { isOpen, type AssignSeatsOutcome, type AssignSeatsReport, type AssignSeatsResult } from './assignSeatsReport.ts'
import type { Unsettled } from './bulkOutcomes.ts'
import { reportError } from '../run/reportError.ts'

/** A recipient who has no outcome yet. */
export interface OpenRecipient {
  /** Index among the results. */
  readonly place: number
  readonly recipient: SeatInvitee
  /** Why they wait for a look at the roster, and the error that says so. */
  reason: Unsettled
  error?: SeatsError | undefined
  /** Answers that settled nothing. */
  tries: number
  /** Server time at which the first call was sent whose outcome is not known. If there is one, they may be seated. */
  sentAt?: (() => number) | undefined
}

/** What a result says beside its outcome. */
export interface Evidence {
  seat?: CustomerSeat | undefined
  error?: SeatsError | undefined
}

/** The results of a bulk job, told as they come. */
export class BulkResults {
  readonly #report: AssignSeatsReport
  readonly #onProgress: ((progress: AssignSeatsProgress) => void) | undefined
  readonly #startedAt = performance.now()
  #answers = 0

  constructor(report: AssignSeatsReport, onProgress: ((progress: AssignSeatsProgress) => void) | undefined) {
    this.#report = report
    this.#onProgress = onProgress
  }

  get all(): AssignSeatsResult[] {
    return this.#report.results
  }

  /** Counts an answer: the pace so far tells how long the rest takes. */
  countAnswer(): void {
    this.#answers++
  }

  /** Keeps what is known of a recipient whose outcome is still open. */
  save(open: OpenRecipient, error?: SeatsError | undefined): void {
    this.#set(open, 'skipped', { error })
  }

  end(open: OpenRecipient, outcome: AssignSeatsOutcome, evidence: Evidence): void {
    this.#set(open, outcome, evidence)
    try {
      this.#onProgress?.(progressOf(this.#report, this.#answers, performance.now() - this.#startedAt))
    } catch (error) {
      reportError(error)
    }
  }

  /** Ends with a seat that the roster shows. It is this job's if it was assigned after this job sent the call. */
  endSeated(open: OpenRecipient, seat: CustomerSeat | undefined): void {
    const time = seat ? assignedAt(seat) : null
    const isProven = open.sentAt !== undefined && time !== null && time >= open.sentAt()
    this.end(open, isProven ? 'assigned' : 'already_seated', { seat })
  }

  #set({ place, recipient, sentAt }: OpenRecipient, outcome: AssignSeatsOutcome, { seat, error }: Evidence): void {
    const result = { recipient, outcome, ...(seat && { seat }), ...(error && { error: error.toJSON() }) }
    const mayBeSeated = sentAt !== undefined && isOpen(result)
    this.all[place] = mayBeSeated ? { ...result, sentAt: new Date(sentAt()).toISOString() } : result
  }
}
