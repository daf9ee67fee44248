import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { runAssignSeats } from '../../workflows/bulk/runAssignSeats.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/AssignSeatsProgress.ts'
import type { AssignSeatsReport, AssignSeatsResult } from '../../workflows/bulk/assignSeatsReport.ts'
import { arrivalsOf, arrivalsOverlay } from './arrivalsOverlay.ts'
import { idle, type AssignSeatsState } from './AssignSeatsState.ts'
import { jobName, jobsByCache } from './jobsByCache.ts'
import { keepEntry } from '../cache/keepEntry.ts'
import { missingError } from '../cache/missingError.ts'
import type { Overlay } from '../roster/Overlay.ts'
import { rosterCache } from '../roster/rosterCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isSourceKnown, operationKey } from '../cache/seatsKeys.ts'

export interface AssignSeatsJobOptions {
  /** The largest number of calls at the same time. Default 4. */
  concurrency?: number | undefined
  /** The largest number of calls per minute. Default: the client's rate. */
  ratePerMinute?: number | undefined
}

/**
 * Controls the bulk assignment of a source. A source has one job at a time: `start` does nothing while the job runs.
 */
export interface AssignSeatsJob {
  start(recipients: SeatInvitee[]): void
  /** Stops the job: no new call is sent, and calls under way run to their end. */
  cancel(): void
  /** Continues with the recipients who were skipped, failed or found no seat. */
  resume(): void
  /** Forgets the report. Does nothing while the job runs. */
  reset(): void
}

/**
 * Returns the object that controls the bulk assignment of a source. The roster shows the recipients at once, as far as
 * seats are free. Recipients who could not be seated disappear again.
 *
 * @example
 * ```ts
 * import { createSeatsClient } from '@seats/core'
 * import { assignSeatsJob, type SeatsCache } from '@seats/core/query'
 *
 * const client = createSeatsClient({ baseURL: '/api/seats' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const invite = (queryClient: SeatsCache, emails: string[]) =>
 *   assignSeatsJob(client, source, queryClient).start(emails.map((email) => ({ email })))
 * ```
 */
export function assignSeatsJob(
  client: SeatsClient,
  source: SeatSource | null | undefined,
  cache: SeatsCache,
  options: AssignSeatsJobOptions = {},
): AssignSeatsJob {
  const queryKey = operationKey(client.scope, 'assignSeats', source)
  const jobs = jobsByCache(cache)
  const name = jobName(queryKey)

  // Only this file, `keepBulkJob` and `discardBulkJob` write this cache entry, so its type is known.
  const readState = () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle

  async function run(recipients: SeatInvitee[], resume: AssignSeatsReport | null): Promise<void> {
    const controller = new AbortController()
    const isCurrent = () => jobs.get(name) === controller
    let runState: AssignSeatsState = { status: 'running', recipients, progress: null, report: resume, error: null }
    const setState = (next: Partial<AssignSeatsState>) => {
      if (!isCurrent()) return
      runState = { ...runState, ...next }
      cache.setQueryData(queryKey, runState)
    }
    const endRun = () => {
      unsubscribe()
      controller.abort()
      if (isCurrent()) jobs.delete(name)
    }
    jobs.set(name, controller)
    keepEntry(cache, queryKey, runState)
    const unsubscribe = cache.getQueryCache().subscribe(() => {
      // The app has removed or reset the entry, for example at a sign-out. Then the job must end.
      if (readState().status !== 'running') endRun()
    })
    try {
      if (!isSourceKnown(source)) throw missingError('source')
      const report = await assignAndShow(recipients, resume, source, { signal: controller.signal, isCurrent, setState })
      setState({ status: report.complete ? 'done' : 'stopped', report })
    } catch (error) {
      const isExpectedError = isSeatsError(error)
      setState({ status: 'failed', error: isExpectedError ? error : null })
      if (!isExpectedError) throw error
    } finally {
      endRun()
    }
  }

  async function assignAndShow(
    recipients: SeatInvitee[],
    resume: AssignSeatsReport | null,
    knownSource: SeatSource,
    { signal, isCurrent, setState }: RunControl,
  ): Promise<AssignSeatsReport> {
    const roster = rosterCache(cache, client.scope, knownSource)
    const arrivals = arrivalsOf(knownSource, recipients, client.now())
    const showArrivals = arrivalsOverlay(arrivals)
    const overlay: Overlay = (roster) => (isCurrent() ? showArrivals(roster) : roster)
    /** Takes recipients who have an outcome out of the overlay, and returns their seats. */
    const takeEndedSeats = (results: Iterable<[index: number, AssignSeatsResult]>) =>
      [...results].flatMap(([index, { outcome, seat }]) => {
        if (outcome === 'skipped' || endedPlaces.has(index)) return []
        endedPlaces.add(index)
        const arrival = arrivals.get(index)
        if (arrival) arrival.hasOutcome = true
        return seat ? [seat] : []
      })
    const endedPlaces = new Set<number>()
    let hasProgress = false
    let newResult: [index: number, AssignSeatsResult] | undefined
    const onResult = (index: number, result: AssignSeatsResult) => {
      newResult = [index, result]
    }
    const onSend = ({ report, ...progress }: AssignSeatsProgress) => setState({ progress, report })
    const onProgress = (progress: AssignSeatsProgress) => {
      onSend(progress)
      const { report } = progress
      // The first report also has the results of an earlier run.
      const results = hasProgress && newResult !== undefined ? [newResult] : report.results.entries()
      hasProgress = true
      roster.record(undefined, ...takeEndedSeats(results))
    }

    roster.show(overlay)
    try {
      const params = { source: knownSource, recipients, ...(resume && { resume }) }
      const report = await runAssignSeats(client, params, { ...options, signal, onProgress, onResult, onSend })
      roster.record(overlay, ...takeEndedSeats(report.results.entries()))
      if (report.results.some(mayContradictRoster)) roster.markOutdated()
      return report
    } catch (error) {
      roster.record(overlay)
      // It is not known which of the calls under way took effect.
      if (!isSeatsError(error)) roster.markOutdated()
      throw error
    }
  }

  const start = (recipients: SeatInvitee[], resume: AssignSeatsReport | null) => {
    if (!jobs.has(name)) void run(recipients, resume)
  }
  return {
    start: (recipients) => start(recipients, null),
    cancel: () => jobs.get(name)?.abort(),
    resume: () => {
      const { status, recipients, report } = readState()
      if (status !== 'idle') start(recipients, report)
    },
    reset: () => void (jobs.has(name) || cache.setQueryData(queryKey, idle)),
  }
}

/** Lets one run of the job store its state, and tells it when to end. */
interface RunControl {
  signal: AbortSignal
  /** Returns whether no other run has replaced this one. */
  isCurrent: () => boolean
  setState: (next: Partial<AssignSeatsState>) => void
}

/** Returns whether the roster on the page may be wrong about a recipient, because their outcome has no seat. */
const mayContradictRoster = ({ outcome, seat }: AssignSeatsResult) =>
  !seat && !['skipped', 'duplicate', 'invalid'].includes(outcome)
