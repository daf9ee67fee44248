import { SeatsError, type SeatsErrorJSON } from '../../errors/SeatsError.ts'
import { plainId } from '../../roster/plainId.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

export type AssignSeatsOutcome =
  | 'assigned'
  | 'already_seated'
  | 'duplicate'
  | 'invalid'
  | 'no_seat'
  | 'failed'
  /** The job has no other outcome for this recipient yet, or ended before it had one. */
  | 'skipped'

export interface AssignSeatsResult {
  recipient: SeatInvitee
  outcome: AssignSeatsOutcome
  seat?: CustomerSeat
  error?: SeatsErrorJSON
  /**
   * The server's time of the call, as ISO text. Set while the call is under way, and afterwards if its answer was lost,
   * because the recipient may be seated then. A resume compares this time with the roster to find out whether this call
   * seated the recipient.
   */
  sentAt?: string
}

/** The outcome of a bulk job, as plain JSON: one result for each recipient, in the order of the recipients. */
export interface AssignSeatsReport {
  source: SeatSource
  results: AssignSeatsResult[]
  /** True if a resume would do nothing: no result is `skipped`, `failed` or `no_seat`. */
  complete: boolean
  /** The error that ended the job early. Absent if the job reached every recipient, or if an abort ended it. */
  error?: SeatsErrorJSON
}

/** Returns whether a resume tries this recipient again. */
export const isOpen = ({ outcome }: AssignSeatsResult): boolean =>
  outcome === 'skipped' || outcome === 'failed' || outcome === 'no_seat'

/** Creates a report from a copy of the results. */
export const createReport = (
  source: SeatSource,
  results: readonly AssignSeatsResult[],
  error?: SeatsErrorJSON | undefined,
): AssignSeatsReport => ({
  source,
  results: [...results],
  complete: !results.some(isOpen),
  ...(error && { error }),
})

/**
 * Returns the report that a job starts with. Each recipient has the result of the report to resume, or `skipped` if that
 * report has no result for them.
 */
export function startReport(
  source: SeatSource,
  recipients: SeatInvitee[],
  resume: AssignSeatsReport | undefined,
): AssignSeatsReport {
  if (resume !== undefined && sourceIdOf(resume.source) !== sourceIdOf(source)) {
    throw new SeatsError({ code: 'ConfigurationError', detail: 'The report to resume is about another source.' })
  }
  const earlierResults = new Map<string, AssignSeatsResult[]>()
  for (const result of resume?.results ?? []) {
    const key = resultKey(result.recipient)
    earlierResults.set(key, [...(earlierResults.get(key) ?? []), result])
  }
  const results = recipients.map((recipient): AssignSeatsResult => {
    // A recipient who is named twice has two results. They keep their order.
    const result = earlierResults.get(resultKey(recipient))?.shift()
    if (result === undefined) return { recipient, outcome: 'skipped' }
    // The old error stays, because a resume tries the recipients with an error after all others. `sentAt` stays,
    // because it says that the recipient may already be seated.
    return { ...result, recipient, ...(isOpen(result) && { outcome: 'skipped' }) }
  })
  return createReport(source, results)
}

const sourceIdOf = ({ subscription_id, order_id }: SeatSource) => plainId(subscription_id ?? order_id)

/** Returns a key for a recipient. The key is the whole input if the input is so invalid that `recipientKey` throws. */
const resultKey = (recipient: SeatInvitee) => {
  try {
    return recipientKey(recipient)
  } catch {
    return JSON.stringify(recipient)
  }
}
