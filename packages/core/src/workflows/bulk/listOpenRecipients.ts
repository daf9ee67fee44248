import { SeatsError } from '../../errors/SeatsError.ts'
import { recipientIssues } from '../../internal/input/assignIssues.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { isOpen, type AssignSeatsResult } from './assignSeatsReport.ts'
import type { BulkResults, OpenRecipient } from './BulkResults.ts'
import { preflightSeats } from './preflightSeats.ts'

/**
 * Stores the outcomes that the roster or the input already decides, and returns the other recipients: a call has to be
 * sent for each of them. Recipients who failed in an earlier run come last, so that they delay nobody else.
 */
export function listOpenRecipients(roster: SeatsList, results: BulkResults): OpenRecipient[] {
  const untriedRecipients: OpenRecipient[] = []
  const failedRecipients: OpenRecipient[] = []
  const recipients = results.all.map(({ recipient }) => recipient)
  for (const [index, { recipient, outcome, seat, reason: problem }] of preflightSeats(roster, recipients).entries()) {
    const result = results.all[index]
    if (result === undefined || !isOpen(result)) continue
    const openRecipient: OpenRecipient = {
      index,
      recipient,
      reason: 'not_sent',
      tries: 0,
      getSentAt: createSentAtGetter(result),
    }
    if (outcome === 'already_seated') results.endSeated(openRecipient, seat)
    // Recipients for whom no seat is free are returned too, because a seat can become free during the job.
    else if (outcome === 'new' || outcome === 'no_seat')
      (result.error ? failedRecipients : untriedRecipients).push(openRecipient)
    else
      results.end(openRecipient, outcome, problem === undefined ? {} : { error: invalidRecipient(recipient, problem) })
  }
  return [...untriedRecipients, ...failedRecipients]
}

function createSentAtGetter({ sentAt }: AssignSeatsResult): (() => number) | undefined {
  const time = Date.parse(sentAt ?? '')
  return Number.isNaN(time) ? undefined : () => time
}

const invalidRecipient = (recipient: SeatInvitee, detail: string) =>
  new SeatsError({ code: 'RequestValidationError', status: 422, detail, issues: recipientIssues(recipient) })
