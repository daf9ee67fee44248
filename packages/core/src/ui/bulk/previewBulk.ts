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

/** The recipients in a text, with their expected outcomes. Nothing has been sent yet. */
export interface BulkPreview {
  recipients: SeatInvitee[]
  rows: BulkRow[]
  counts: OutcomeCount[]
  /** The lines in which no recipient was found. The page shows them now, and later beside the results. */
  unread: BulkRow[]
  /** The number of people whom the job would invite. */
  newcomers: number
}

/**
 * Reads recipients from a text, and looks them up in the roster.
 *
 * @param roster undefined while it is not loaded yet. The preview is then as for a team without people and free seats.
 */
export function previewBulk(text: string, roster: SeatsList | undefined, messages: Messages): BulkPreview {
  const { recipients, problems } = parseRecipients(text)
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
