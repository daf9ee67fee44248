import type { SeatsIssueCode } from '../../errors/SeatsIssueCode.ts'
import { recipientIssues } from '../../internal/input/assignIssues.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import { recipientKey } from '../../roster/recipientKey.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatsList } from '../../schemas/SeatsList.ts'

/** The outcome that one recipient would have. */
export interface PreflightRow {
  recipient: SeatInvitee
  outcome: 'new' | 'already_seated' | 'duplicate' | 'invalid' | 'no_seat'
  /** The seat that the recipient already has. */
  seat?: CustomerSeat
  /** The reason why the recipient is invalid, as a sentence. */
  reason?: string
  /** The stable code of that reason, for `explainIssue`. */
  code?: SeatsIssueCode | undefined
}

/**
 * Predicts the outcome of a bulk assign for each recipient, without a request. Two spellings of one address are
 * duplicates. The time grows in proportion to the number of seats and recipients.
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
  const seenKeys = new Set<string>()
  let freeSeats = roster.available_seats
  return recipients.map((recipient) => {
    const [issue] = recipientIssues(recipient)
    if (issue !== undefined) return { recipient, outcome: 'invalid', reason: issue.msg, code: issue.code }
    const key = recipientKey(recipient)
    if (seenKeys.has(key)) return { recipient, outcome: 'duplicate' }
    seenKeys.add(key)
    const seat = index.find(recipient)
    if (seat !== undefined) return { recipient, outcome: 'already_seated', seat }
    if (freeSeats <= 0) return { recipient, outcome: 'no_seat' }
    freeSeats--
    return { recipient, outcome: 'new' }
  })
}
