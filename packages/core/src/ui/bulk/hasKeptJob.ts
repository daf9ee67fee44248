import type { SeatsClient } from '../../client/createSeatsClient.ts'
import { jobName } from '../../query/bulk/jobsByCache.ts'
import { operationKey } from '../../query/cache/seatsKeys.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { tabStorage } from './tabStorage.ts'

/** Returns whether `sessionStorage` has a bulk job of the source. After a reload, `keepBulkJob` restores the job. */
export const hasKeptJob = (client: SeatsClient, source: SeatSource | null | undefined): boolean =>
  tabStorage(jobName(operationKey(client.scope, 'assignSeats', source))).read() !== null
