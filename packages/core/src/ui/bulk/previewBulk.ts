import { parseRecipients } from '../../csv/parseRecipients.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'
import { preflightSeats } from '../../workflows/bulk/preflightSeats.ts'
import type { BulkRow } from './BulkRow.ts'
import { inviteeName } from './inviteeName.ts'

/** The recipients of a text or file, with the outcome to expect for each. Nothing has been sent yet. */
export interface BulkPreview {
  recipients: SeatInvitee[]
  rows: BulkRow[]
  /** Lines without a recipient. They are shown with the results too. */
  unread: BulkRow[]
  /** The number of people who would be invited. */
  newcomers: number
}

/** Reads recipients from a text, and looks them up in the roster. */
export function previewBulk(typed: string, roster: SeatsList): BulkPreview {
  const { recipients, problems } = parseRecipients(typed)
  const rows = preflightSeats(roster, recipients).map(({ recipient, outcome, reason = '' }) => ({
    who: inviteeName(recipient),
    outcome,
    reason,
  }))
  const unread = problems.map(({ text: who, reason }) => ({ who, outcome: 'invalid' as const, reason }))
  return {
    recipients,
    rows: [...rows, ...unread],
    unread,
    newcomers: rows.filter(({ outcome }) => outcome === 'new').length,
  }
}
