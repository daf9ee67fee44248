import {
  preflightSeats,
  type AssignSeatsReport,
  type AssignSeatsResult,
  type SeatInvitee,
  type SeatsList,
} from '@seats/core'
import { parseRecipients } from '@seats/core/csv'
import type { AssignSeatsState } from '@seats/core/query'
import Papa from 'papaparse'
import { explain } from './explain.ts'
import { formatDuration } from './format.ts'
import { text } from './text.ts'

export type BulkOutcome = keyof typeof text.bulk.outcomes

/** One recipient, as read or as done. */
export interface BulkRow {
  who: string
  outcome: BulkOutcome
  reason: string
}

/** What was pasted or dropped, and what would become of each before anything happens. */
export interface BulkPreview {
  recipients: SeatInvitee[]
  rows: BulkRow[]
  /** Lines that nobody could be read from: they stay with the results. */
  unread: BulkRow[]
  /** Who would be invited. */
  newcomers: number
}

export function previewBulk(typed: string, roster: SeatsList): BulkPreview {
  const { recipients, problems } = parseRecipients(typed)
  const rows = preflightSeats(roster, recipients).map(({ recipient, outcome, reason = '' }) => ({
    who: whoIs(recipient),
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

/** A result for each recipient. */
export const bulkRows = ({ results }: AssignSeatsReport): BulkRow[] =>
  results.map(({ recipient, outcome, error }: AssignSeatsResult) => ({
    who: whoIs(recipient),
    outcome,
    reason: error?.detail ?? '',
  }))

/** How many there are of each outcome, in the order in which they are shown. */
export function countOutcomes(rows: BulkRow[]): { outcome: BulkOutcome; count: number }[] {
  const outcomes = Object.keys(text.bulk.outcomes) as BulkOutcome[]
  return outcomes
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
}

/** Whom a resume would take up. */
export const openCount = (rows: BulkRow[]): number =>
  rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'failed' || outcome === 'no_seat').length

/** Where a job is, in a sentence. */
export function bulkStatus(job: Pick<AssignSeatsState, 'status' | 'progress' | 'error'>, rows: BulkRow[]): string {
  const { done = 0, total = 0, etaMs = null } = job.progress ?? {}
  const unseated = rows.filter(({ outcome }) => outcome === 'no_seat').length
  const sentences = {
    idle: '',
    running: etaMs === null ? '' : text.bulk.left(formatDuration(etaMs)),
    stopped: unseated > 0 ? text.bulk.unseated(unseated) : text.bulk.stopped,
    done: text.bulk.finished,
    failed: job.error ? text.bulk.notBegun(explain(job.error)) : '',
  }
  return `${text.bulk.done(done, total)}. ${sentences[job.status]}`
}

/** The results as a file that a spreadsheet opens, and opens as text. */
export function downloadResults(rows: BulkRow[]): void {
  const csv = Papa.unparse(
    rows.map(({ who, outcome, reason }) => ({ recipient: who, outcome, reason })),
    { escapeFormulae: true },
  )
  const link = document.createElement('a')
  link.href = URL.createObjectURL(new Blob([csv], { type: 'text/csv' }))
  link.download = 'invitations.csv'
  link.click()
  URL.revokeObjectURL(link.href)
}

const whoIs = ({ email, external_member_id, member_id, external_customer_id, customer_id }: SeatInvitee) =>
  email ?? external_member_id ?? member_id ?? external_customer_id ?? customer_id ?? ''
