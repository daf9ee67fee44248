import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import { startReport, type AssignSeatsReport } from './assignSeatsReport.ts'
import { BulkAssign } from './BulkAssign.ts'
import type { BulkListeners } from './BulkResults.ts'

export interface AssignSeatsParams {
  source: SeatSource
  recipients: SeatInvitee[]
  /**
   * An earlier report, also after a JSON round trip. Its `skipped`, `failed` and `no_seat` recipients are tried again.
   */
  resume?: AssignSeatsReport | undefined
}

/**
 * Runs `assignSeats`, with one more listener: `onResult` gets each single result, so a page need not compare reports.
 */
export async function runAssignSeats(
  client: SeatsClient,
  { source, recipients, resume }: AssignSeatsParams,
  options: AssignSeatsOptions & BulkListeners,
): Promise<AssignSeatsReport> {
  checkWorkflowOptions(options)
  const report = startReport(source, recipients, resume)
  if (report.complete || options.signal?.aborted) return report
  return new BulkAssign(client, report, options).run()
}
