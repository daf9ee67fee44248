import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { jobName } from '../../query/bulk/AssignSeatsState.ts'
import { keyOf } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'

/** Returns whether this tab has a bulk job of the source from before a reload. `keepBulkJob` restores it. */
export function hasKeptJob(client: SeatsClient, source: SeatSource | null | undefined): boolean {
  try {
    return sessionStorage.getItem(jobName(keyOf(client.scope, 'assignSeats', source))) !== null
  } catch {
    // A server has no such storage, and a browser can forbid it.
    return false
  }
}
