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
  /** Stopped before its turn. */
  | 'skipped'

export interface AssignSeatsResult {
  recipient: SeatInvitee
  outcome: AssignSeatsOutcome
  seat?: CustomerSeat
  error?: SeatsErrorJSON
  /**
   * Only if they may be seated without an answer that says so: the server's time, as ISO text, when that call was sent.
   * A resume proves by it whose call it was.
   */
  sentAt?: string
}

/** Plain JSON, one result for each recipient in the order given. */
export interface AssignSeatsReport {
  source: SeatSource
  results: AssignSeatsResult[]
  /** Nothing is left that a resume would try: no `skipped`, `failed` or `no_seat`. */
  complete: boolean
  /** Why the job ended before everybody had their turn. Absent if it did not, or if an abort ended it. */
  error?: SeatsErrorJSON
}

/** Whether a resume takes this recipient up again. */
export const isOpen = ({ outcome }: AssignSeatsResult): boolean =>
  outcome === 'skipped' || outcome === 'failed' || outcome === 'no_seat'

export const reportOf = (
  source: SeatSource,
  results: AssignSeatsResult[],
  error?: SeatsErrorJSON | undefined,
): AssignSeatsReport => ({
  source,
  results: [...results],
  complete: !results.some(isOpen),
  ...(error && { error }),
})

/** Every recipient as not had yet, or as an earlier report left them. */
export function startReport(
  source: SeatSource,
  recipients: SeatInvitee[],
  resume: AssignSeatsReport | undefined,
): AssignSeatsReport {
  if (resume !== undefined && idOf(resume.source) !== idOf(source)) {
    throw new SeatsError({ code: 'ConfigurationError', detail: 'The report to resume is about another source.' })
  }
  const earlier = new Map<string, AssignSeatsResult[]>()
  for (const result of resume?.results ?? []) {
    const key = keyOf(result.recipient)
    earlier.set(key, [...(earlier.get(key) ?? []), result])
  }
  const results = recipients.map((recipient): AssignSeatsResult => {
    // A recipient named twice has two results, in the same order as then.
    const result = earlier.get(keyOf(recipient))?.shift()
    if (result === undefined) return { recipient, outcome: 'skipped' }
    // What is tried again has no outcome yet; its error still tells whether the earlier try may have seated them.
    return { ...result, recipient, ...(isOpen(result) && { outcome: 'skipped' }) }
  })
  return reportOf(source, results)
}

const idOf = ({ subscription_id, order_id }: SeatSource) => plainId(subscription_id ?? order_id)

/** An invalid recipient has no identifier to go by: what was typed tells it apart. */
const keyOf = (recipient: SeatInvitee) => {
  try {
    return recipientKey(recipient)
  } catch {
    return JSON.stringify(recipient)
  }
}
