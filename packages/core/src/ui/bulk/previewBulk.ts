import { parseRecipients } from '../../csv/parseRecipients.ts'
import { explainIssue } from '../../messages/explainIssue.ts'
import type { Messages } from '../../messages/Messages.ts'
import { answeredRoster } from '../../query/roster/answeredRoster.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { preflightSeats } from '../../workflows/bulk/preflightSeats.ts'
import type { BulkRow } from './BulkRow.ts'
import { countOutcomes, type OutcomeCount } from './countOutcomes.ts'
import { emptyRoster } from './emptyRoster.ts'
import { inviteeName } from './inviteeName.ts'

/** The recipients of a text or file, with their expected outcomes. Nothing has been sent yet. */
export interface BulkPreview {
  recipients: SeatInvitee[]
  rows: BulkRow[]
  counts: OutcomeCount[]
  /** Lines in which no recipient was found. They are shown with the results too. */
  unread: BulkRow[]
  /** The number of people who would be invited. */
  newcomers: number
}

/**
 * Reads recipients from a text, and looks them up in the roster.
 *
 * @param roster counts as empty until it is loaded
 */
export function previewBulk(typed: string, roster: SeatsList | undefined, messages: Messages): BulkPreview {
  const { recipients, problems } = parseRecipients(typed)
  const expectedRows = preflightSeats(answeredRoster(roster ?? emptyRoster), recipients).map((row): BulkRow => {
    const reason = row.reason === undefined ? '' : explainIssue(row, messages)
    return { who: inviteeName(row.recipient), outcome: row.outcome, reason }
  })
  const unread = problems.map((problem): BulkRow => {
    return { who: problem.text, outcome: 'invalid', reason: explainIssue(problem, messages) }
  })
  const rows = [...expectedRows, ...unread]
  return {
    recipients,
    rows,
    counts: countOutcomes(rows, messages),
    unread,
    newcomers: expectedRows.filter(({ outcome }) => outcome === 'new').length,
  }
}
