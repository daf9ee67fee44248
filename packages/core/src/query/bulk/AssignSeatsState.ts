import type { SeatsError } from '../../errors/SeatsError.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { AssignSeatsProgress } from '../../workflows/bulk/assignSeatsProgress.ts'
import type { AssignSeatsReport } from '../../workflows/bulk/assignSeatsReport.ts'
import { cacheRegistry } from '../cache/cacheRegistry.ts'
import type { SeatsKey } from '../cache/seatsKeys.ts'

/** The state of a bulk assignment. It stays in the QueryClient if its component leaves the page. */
export interface AssignSeatsState {
  /** `stopped`: some recipients are left for `resume`. `failed`: it could not start, or an unexpected error ended it. */
  status: 'idle' | 'running' | 'stopped' | 'done' | 'failed'
  /** The recipients, as they were given to `start`. */
  recipients: SeatInvitee[]
  progress: Omit<AssignSeatsProgress, 'report'> | null
  /** One result for each recipient; `skipped` for those who have none yet. */
  report: AssignSeatsReport | null
  /** Why it could not start. */
  error: SeatsError | null
}

export const idle: AssignSeatsState = { status: 'idle', recipients: [], progress: null, report: null, error: null }

/** Returns the jobs that run on this page, by `jobName`. */
export const jobsOf: (cache: object) => Map<string, AbortController> = /* @__PURE__ */ cacheRegistry()

export const jobName = (queryKey: SeatsKey): string => JSON.stringify(queryKey)
