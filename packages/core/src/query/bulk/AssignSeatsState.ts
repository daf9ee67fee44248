import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/assignSeatsProgress.ts'
import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'

/** Where a bulk assignment is. It is kept in the QueryClient, whatever components come and go. */
export interface AssignSeatsState {
  /** `stopped` has recipients left that `resume` takes up; `failed` never began, or broke off. */
  status: 'idle' | 'running' | 'stopped' | 'done' | 'failed'
  /** As they were given. */
  recipients: SeatInvitee[]
  progress: Omit<AssignSeatsProgress, 'report'> | null
  /** One result for each recipient, so far. */
  report: AssignSeatsReport | null
  /** Why it never began. */
  error: SeatsError | null
}

export const idle: AssignSeatsState = { status: 'idle', recipients: [], progress: null, report: null, error: null }

const running = new WeakMap<object, Map<string, AbortController>>()

/** The jobs under way on this page, by the text of their keys. */
export function jobsOf(cache: object): Map<string, AbortController> {
  const jobs = running.get(cache) ?? new Map<string, AbortController>()
  running.set(cache, jobs)
  return jobs
}

export const jobName = (queryKey: SeatsKey): string => JSON.stringify(queryKey)
