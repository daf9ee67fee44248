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
import { explain, explainSeatsError } from './explain.ts'
import { formatDuration } from './format.ts'
import { text } from './text.ts'

export type BulkOutcome = keyof typeof text.bulk.outcomes

/** One recipient, with the outcome that is expected or has happened. */
export interface BulkRow {
  who: string
  outcome: BulkOutcome
  reason: string
}

/** The recipients of a text or file, with the outcome to expect for each. Nothing has been sent yet. */
export interface BulkPreview {
  recipients: SeatInvitee[]
  rows: BulkRow[]
  /** Lines without a recipient. They are shown with the results too. */
  unread: BulkRow[]
  /** The number of people who would be invited. */
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

/** Returns a row for each recipient of a report. */
export const bulkRows = ({ results }: AssignSeatsReport): BulkRow[] =>
  results.map(({ recipient, outcome, error }: AssignSeatsResult) => ({
    who: whoIs(recipient),
    outcome,
    reason: error?.detail ?? '',
  }))

/** Counts the rows of each outcome, in the order in which outcomes are shown. */
export function countOutcomes(rows: BulkRow[]): { outcome: BulkOutcome; count: number }[] {
  const outcomes = Object.keys(text.bulk.outcomes) as BulkOutcome[]
  return outcomes
    .map((outcome) => ({ outcome, count: rows.filter((row) => row.outcome === outcome).length }))
    .filter(({ count }) => count > 0)
}

/** Counts the recipients whom `resume` would try again. */
export const openCount = (rows: BulkRow[]): number =>
  rows.filter(({ outcome }) => outcome === 'skipped' || outcome === 'failed' || outcome === 'no_seat').length

/** Describes the state of a job in a sentence or two. */
export function bulkStatus(
  job: Pick<AssignSeatsState, 'status' | 'progress' | 'report' | 'error'>,
  rows: BulkRow[],
): string {
  const { done = 0, total = 0, etaMs = null } = job.progress ?? {}
  const unseated = rows.filter(({ outcome }) => outcome === 'no_seat').length
  const sentences = {
    idle: '',
    running: etaMs === null ? '' : text.bulk.left(formatDuration(etaMs)),
    stopped: whyStopped(job.report, unseated),
    done: text.bulk.finished,
    failed: job.error ? text.bulk.notBegun(explain(job.error)) : '',
  }
  return `${text.bulk.done(done, total)}. ${sentences[job.status]}`
}

function whyStopped(report: AssignSeatsReport | null, unseated: number): string {
  if (report?.error) return text.bulk.brokenOff(explainSeatsError(report.error))
  return unseated > 0 ? text.bulk.unseated(unseated) : text.bulk.stopped
}

/** Downloads the results as CSV. Formulae are escaped, so that a spreadsheet shows them as text. */
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
