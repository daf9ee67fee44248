import { assignIssues } from '../../internal/input/assignIssues.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** What would become of one recipient. */
export interface PreflightRow {
  recipient: SeatInvitee
  outcome: 'new' | 'already_seated' | 'duplicate' | 'invalid' | 'no_seat'
  /** The seat that they have. */
  seat?: CustomerSeat
  /** What is wrong with them, in a sentence. */
  reason?: string
}

/**
 * Tells what a bulk assign would do, before anything happens: who is new, seated already, named twice (however the
 * address is spelled), not valid, or beyond the free seats. Takes time in proportion to the roster and the recipients.
 *
 * @example
 * ```ts
 * import { preflightSeats, type SeatsList } from '@seats/core'
 *
 * const newcomers = (roster: SeatsList, emails: string[]) =>
 *   preflightSeats(roster, emails.map((email) => ({ email }))).filter(({ outcome }) => outcome === 'new')
 * ```
 */
export function preflightSeats(roster: SeatsList, recipients: SeatInvitee[]): PreflightRow[] {
  const index = indexRoster(roster)
  const seen = new Set<string>()
  let free = roster.available_seats
  return recipients.map((recipient) => {
    // Any source does: only the recipient is looked at.
    const [issue] = assignIssues({ ...recipient, ...anySource }, false)
    if (issue !== undefined) return { recipient, outcome: 'invalid', reason: issue.msg }
    const key = recipientKey(recipient)
    if (seen.has(key)) return { recipient, outcome: 'duplicate' }
    seen.add(key)
    const seat = index.find(recipient)
    if (seat !== undefined) return { recipient, outcome: 'already_seated', seat }
    if (free <= 0) return { recipient, outcome: 'no_seat' }
    free--
    return { recipient, outcome: 'new' }
  })
}

const anySource = { subscription_id: '00000000-0000-4000-8000-000000000000', order_id: undefined }
