import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { isSeatsError } from '../../errors/isSeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { runAssignSeats } from '../../workflows/bulk/runAssignSeats.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/assignSeatsProgress.ts'
import type { AssignSeatsReport, AssignSeatsResult } from '../../workflows/bulk/assignSeatsReport.ts'
import { arrivalsOf, arrivalsOverlay } from './arrivalsOverlay.ts'
import { idle, jobName, jobsOf, type AssignSeatsState } from './AssignSeatsState.ts'
import { keepEntry } from '../cache/keepEntry.ts'
import { missing } from '../cache/missing.ts'
import type { Overlay } from '../roster/Overlay.ts'
import { rosterCache } from '../roster/rosterCache.ts'
import type { SeatsCache } from '../cache/SeatsCache.ts'
import { isKnown, keyOf } from '../cache/seatsKeys.ts'

export interface AssignSeatsJobOptions {
  /** Calls under way at once. Default 4. */
  concurrency?: number | undefined
  /** In place of the client's. */
  ratePerMinute?: number | undefined
}

/** Controls the bulk assignment of a source. There is one at a time: `start` does nothing while it runs. */
export interface AssignSeatsJob {
  start(recipients: SeatInvitee[]): void
  /** Sends no new call. Calls under way run to their end. */
  cancel(): void
  /** Tries the recipients again who were skipped, failed or found no seat. */
  resume(): void
  /** Forgets the report. */
  reset(): void
}

/**
 * Returns the bulk assignment of a source. All recipients show on the roster at once. Those who could not be seated are
 * removed again.
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
  const queryKey = keyOf(client.scope, 'assignSeats', source)
  const jobs = jobsOf(cache)
  const name = jobName(queryKey)

  // Only this file writes this entry.
  const state = () => (cache.getQueryData(queryKey) as AssignSeatsState | undefined) ?? idle

  async function run(recipients: SeatInvitee[], resume: AssignSeatsReport | null): Promise<void> {
    const controller = new AbortController()
    const isCurrent = () => jobs.get(name) === controller
    let current: AssignSeatsState = { status: 'running', recipients, progress: null, report: resume, error: null }
    const set = (next: Partial<AssignSeatsState>) => {
      if (!isCurrent()) return
      current = { ...current, ...next }
      cache.setQueryData(queryKey, current)
    }
    const end = () => {
      unwatch()
      controller.abort()
      if (isCurrent()) jobs.delete(name)
    }
    jobs.set(name, controller)
    keepEntry(cache, queryKey, current)
    const unwatch = cache.getQueryCache().subscribe(() => {
      // The app removed or reset the entry, for example at a sign-out: the job's user is gone.
      if (state().status !== 'running') end()
    })
    try {
      if (!isKnown(source)) throw missing('source')
      const report = await assignShown(recipients, resume, source, { signal: controller.signal, isCurrent, set })
      set({ status: report.complete ? 'done' : 'stopped', report })
    } catch (error) {
      const isForeseen = isSeatsError(error)
      set({ status: 'failed', error: isForeseen ? error : null })
      if (!isForeseen) throw error
    } finally {
      end()
    }
  }

  async function assignShown(
    recipients: SeatInvitee[],
    resume: AssignSeatsReport | null,
    on: SeatSource,
    { signal, isCurrent, set }: Run,
  ): Promise<AssignSeatsReport> {
    const roster = rosterCache(cache, client.scope, on)
    const arrivals = arrivalsOf(on, recipients, client.now())
    const showArrivals = arrivalsOverlay(arrivals)
    const overlay: Overlay = (roster) => (isCurrent() ? showArrivals(roster) : roster)
    /** Takes the recipients off the overlay that have an outcome, and returns their seats. */
    const settledBy = (results: Iterable<[place: number, AssignSeatsResult]>) =>
      [...results].flatMap(([place, { outcome, seat }]) => {
        if (outcome === 'skipped' || settled.has(place)) return []
        settled.add(place)
        arrivals.delete(place)
        return seat ? [seat] : []
      })
    const settled = new Set<number>()
    let hasProgress = false
    let newResult: [place: number, AssignSeatsResult] | undefined
    const onResult = (place: number, result: AssignSeatsResult) => {
      newResult = [place, result]
    }
    const onSend = ({ report, ...progress }: AssignSeatsProgress) => set({ progress, report })
    const onProgress = (change: AssignSeatsProgress) => {
      onSend(change)
      const { report } = change
      // The first report also has the results of an earlier run.
      const results = hasProgress && newResult !== undefined ? [newResult] : report.results.entries()
      hasProgress = true
      roster.settle(undefined, ...settledBy(results))
    }

    roster.show(overlay)
    try {
      const params = { source: on, recipients, ...(resume && { resume }) }
      const report = await runAssignSeats(client, params, { ...options, signal, onProgress, onResult, onSend })
      roster.settle(overlay, ...settledBy(report.results.entries()))
      if (report.results.some(mayProveWrong)) roster.outdate()
      return report
    } catch (error) {
      roster.settle(overlay)
      // The outcome of lost answers is not known.
      if (!isSeatsError(error)) roster.outdate()
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
      const { status, recipients, report } = state()
      if (status !== 'idle') start(recipients, report)
    },
    reset: () => void (jobs.has(name) || cache.setQueryData(queryKey, idle)),
  }
}

/** The state of one run of the job. */
interface Run {
  signal: AbortSignal
  /** Whether its state is still in the cache. */
  isCurrent: () => boolean
  set: (next: Partial<AssignSeatsState>) => void
}

/** Returns whether the roster on the page may be wrong about a recipient: they have an outcome, but no seat is known. */
const mayProveWrong = ({ outcome, seat }: AssignSeatsResult) =>
  !seat && !['skipped', 'duplicate', 'invalid'].includes(outcome)
