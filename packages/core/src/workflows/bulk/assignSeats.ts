import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatInvitee } from '../../schemas/SeatInvitee.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { startReport, type AssignSeatsReport } from './assignSeatsReport.ts'
import { BulkAssign } from './BulkAssign.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'

export interface AssignSeatsParams {
  source: SeatSource
  recipients: SeatInvitee[]
  /** An earlier report, also after a JSON round trip: goes on with what is `skipped`, `failed` or `no_seat` in it. */
  resume?: AssignSeatsReport | undefined
}

/**
 * Seats many people. Looks before it starts, stays inside the rate limit, and seats nobody twice. Settles an answer that
 * was lost by reading the roster. A 429 pauses the whole job and costs no attempt; after `maxWait` milliseconds of such
 * pauses the job ends.
 *
 * An abort starts nothing new, lets the calls under way end, and resolves with the report.
 *
 * @throws SeatsError `ConfigurationError` for an option that cannot mean anything. Another one if the roster cannot be
 * read at the start, except after a 429: then nothing has happened. An error of a wrapped client that is not a SeatsError
 * ends the job, and is thrown once the calls under way have ended.
 * @see https://polar.sh/docs/api-reference/customer-seats/assign
 *
 * @example
 * ```ts
 * import { assignSeats, createSeatsClient } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const recipients = [{ email: 'ada@example.com' }, { email: 'grace@example.com' }]
 * let report = await assignSeats(client, { source, recipients }, { onProgress: ({ done, total }) => console.log(done, total) })
 * if (!report.complete) report = await assignSeats(client, { source, recipients, resume: report })
 * ```
 */
export async function assignSeats(
  client: SeatsClient,
  { source, recipients, resume }: AssignSeatsParams,
  options: AssignSeatsOptions = {},
): Promise<AssignSeatsReport> {
  checkWorkflowOptions(options)
  const report = startReport(source, recipients, resume)
  if (report.complete || options.signal?.aborted) return report
  return new BulkAssign(client, report, options).run()
}
