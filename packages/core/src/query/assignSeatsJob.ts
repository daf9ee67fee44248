import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import type { SeatAssignment } from '../schemas/SeatAssignment.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { assignSeats, type AssignSeatsProgress } from '../workflows/assignSeats.ts'
import type { AssignSeatsReport } from '../workflows/assignSeatsReport.ts'
import { idle, jobName, jobsOf, type AssignSeatsState } from './AssignSeatsState.ts'
import { missing } from './missing.ts'
import { arrivalOf, assignOverlay, type Arrival } from './optimisticSeat.ts'
import { rosterCache } from './overlay.ts'
import type { SeatsCache } from './SeatsCache.ts'
import { keyOf } from './seatsKeys.ts'

export interface AssignSeatsJobOptions {
  /** Calls under way at once. Default 4. */
  concurrency?: number | undefined
  /** In place of the client's. */
  ratePerMinute?: number | undefined
}

/** What can be done with a source's bulk assignment. There is one at a time: another start while it runs does nothing. */
export interface AssignSeatsJob {
  start(recipients: SeatAssignment[]): void
  /** Starts nothing new; calls under way end. */
  cancel(): void
  /** Goes on with what was stopped, failed or found no seat. */
  resume(): void
  /** Forgets the report. */
  reset(): void
}

/**
 * A source's bulk assignment: everybody shows on the roster at once, and comes off again who could not be seated.
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
  source: SeatSource | null,
  cache: SeatsCache,
  options: AssignSeatsJobOptions = {},
): AssignSeatsJob {
  const queryKey = keyOf(client.scope, 'assignSeats', source)
  const jobs = jobsOf(cache)
  const name = jobName(queryKey)

  // Written by nobody but this file.
  const state = () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle
  const set = (next: Partial<AssignSeatsState>) => cache.setQueryData(queryKey, { ...state(), ...next })

  async function run(recipients: SeatAssignment[], resume: AssignSeatsReport | null): Promise<void> {
    const controller = new AbortController()
    jobs.set(name, controller)
    set({ status: 'running', recipients, progress: null, report: resume, error: null })
    try {
      if (source === null) throw missing('source')
      const report = await assignShown(recipients, resume, source, controller.signal)
      set({ status: report.complete ? 'done' : 'stopped', report })
    } catch (error) {
      if (!isSeatsError(error)) throw error
      set({ status: 'failed', error })
    } finally {
      jobs.delete(name)
    }
  }

  async function assignShown(
    recipients: SeatAssignment[],
    resume: AssignSeatsReport | null,
    on: SeatSource,
    signal: AbortSignal,
  ): Promise<AssignSeatsReport> {
    const roster = rosterCache(cache, client.scope, on)
    const arrivals = new Map<number, Arrival>()
    recipients.forEach((recipient, place) => arrivals.set(place, arrivalOf(on, recipient, client.now())))
    const overlay = assignOverlay(() => arrivals.values())
    const onProgress = ({ report, ...progress }: AssignSeatsProgress) => {
      set({ progress, report })
      roster.settle(undefined, ...arrived(report))
    }
    const arrived = ({ results }: AssignSeatsReport) =>
      results.flatMap(({ outcome, seat }, place) => {
        if (outcome === 'skipped' || !arrivals.delete(place)) return []
        return outcome === 'assigned' && seat ? [seat] : []
      })

    roster.show(overlay)
    try {
      const params = { source: on, recipients, ...(resume && { resume }) }
      const report = await assignSeats(client, params, { ...options, signal, onProgress })
      roster.settle(overlay, ...arrived(report))
      // Somebody whose seat no answer showed.
      if (report.results.some(({ outcome, seat }) => outcome === 'failed' || (outcome === 'assigned' && !seat))) {
        roster.outdate()
      }
      return report
    } catch (error) {
      roster.settle(overlay)
      throw error
    }
  }

  const start = (recipients: SeatAssignment[], resume: AssignSeatsReport | null) => {
    if (!jobs.has(name)) void run(recipients, resume)
  }
  return {
    start: (recipients) => start(recipients, null),
    cancel: () => jobs.get(name)?.abort(),
    resume: () => start(state().recipients, state().report),
    reset: () => void (jobs.has(name) || cache.setQueryData(queryKey, idle)),
  }
}
