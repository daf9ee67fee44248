import { isObject, isText } from '../../internal/runtime/is.ts'
import { parseJson } from '../../internal/runtime/parseJson.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import type { AssignSeatsState } from '../../query/bulk/AssignSeatsState.ts'
import { sourceId } from '../../query/cache/seatsKeys.ts'
import {
  createReport,
  type AssignSeatsOutcome,
  type AssignSeatsReport,
  type AssignSeatsResult,
} from '../../workflows/bulk/assignSeatsReport.ts'
import type { BulkRow } from './BulkRow.ts'

/** The part of a job that is kept when the page is reloaded. */
export interface KeptJob {
  report: AssignSeatsReport
  /** The lines in which no recipient was found. */
  unread: BulkRow[]
}

/**
 * Returns a job as text. Returns undefined if there is no job, or if the job has no recipients. The text has no seats,
 * because the roster has them, and because their metadata may contain private data of the app.
 */
export function writeKeptJob(source: SeatSource, state: AssignSeatsState, unread: BulkRow[]): string | undefined {
  const { status, recipients, report } = state
  if (status === 'idle' || recipients.length === 0) return undefined
  const results: AssignSeatsResult[] =
    report?.results ?? recipients.map((recipient) => ({ recipient, outcome: 'skipped' }))
  const withoutSeats = results.map(({ recipient, outcome, error, sentAt }): AssignSeatsResult => ({
    recipient,
    outcome,
    ...(error && { error }),
    ...(sentAt && { sentAt }),
  }))
  const keptJob: KeptJob = { report: createReport(source, withoutSeats, report?.error), unread }
  return JSON.stringify(keptJob)
}

/** Reads the text of `writeKeptJob`. Returns undefined for any other text, and for the job of another source. */
export function readKeptJob(text: string | null, source: SeatSource): KeptJob | undefined {
  const keptJob = parseJson(text ?? '')
  if (!isObject(keptJob) || !isObject(keptJob.report) || !isReport(keptJob.report)) return undefined
  if (sourceId(keptJob.report.source) !== sourceId(source)) return undefined
  const unread = Array.isArray(keptJob.unread) ? keptJob.unread.filter(isRow) : []
  return { report: keptJob.report, unread }
}

const isReport = (value: object): value is AssignSeatsReport => {
  const { source, results } = value as Record<string, unknown>
  const isResult = (result: unknown) => isObject(result) && isObject(result.recipient) && outcomes.has(result.outcome)
  return isObject(source) && Array.isArray(results) && results.length > 0 && results.every(isResult)
}

const outcomes = new Set<unknown>([
  'assigned',
  'already_seated',
  'duplicate',
  'invalid',
  'no_seat',
  'failed',
  'skipped',
] satisfies AssignSeatsOutcome[])

const isRow = (row: unknown): row is BulkRow =>
  isObject(row) && isText(row.who) && row.outcome === 'invalid' && isText(row.reason)
