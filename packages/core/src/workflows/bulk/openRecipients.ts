import { SeatsError } from '../../errors/SeatsError.ts'
import { recipientIssues } from '../../internal/input/assignIssues.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { isOpen, type AssignSeatsResult } from './assignSeatsReport.ts'
import type { BulkResults, OpenRecipient } from './BulkResults.ts'
import { preflightSeats } from './preflightSeats.ts'

/**
 * Returns the recipients to send calls for. Ends those whose outcome the roster or their input already decides. Those
 * who failed in an earlier run come last, so that they delay nobody else.
 */
export function openRecipients(roster: SeatsList, results: BulkResults): OpenRecipient[] {
  const untried: OpenRecipient[] = []
  const failedBefore: OpenRecipient[] = []
  const recipients = results.all.map(({ recipient }) => recipient)
  for (const [index, { recipient, outcome, seat, reason }] of preflightSeats(roster, recipients).entries()) {
    const result = results.all[index]
    if (result === undefined || !isOpen(result)) continue
    const open: OpenRecipient = { index, recipient, reason: 'not_sent', tries: 0, sentAt: readSentAt(result) }
    if (outcome === 'already_seated') results.endSeated(open, seat)
    // Recipients without a free seat stay open too: a seat can become free during the job.
    else if (outcome === 'new' || outcome === 'no_seat') (result.error ? failedBefore : untried).push(open)
    else results.end(open, outcome, reason === undefined ? {} : { error: invalid(recipient, reason) })
  }
  return [...untried, ...failedBefore]
}

function readSentAt({ sentAt }: AssignSeatsResult): (() => number) | undefined {
  const time = Date.parse(sentAt ?? '')
  return Number.isNaN(time) ? undefined : () => time
}

const invalid = (recipient: SeatInvitee, detail: string) =>
  new SeatsError({ code: 'RequestValidationError', status: 422, detail, issues: recipientIssues(recipient) })
