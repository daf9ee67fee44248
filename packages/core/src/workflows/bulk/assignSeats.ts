import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { AssignSeatsReport } from './assignSeatsReport.ts'
import { runAssignSeats, type AssignSeatsParams } from './runAssignSeats.ts'

/**
 * Seats many people. Reads the roster before it starts, stays within the rate limit, and seats nobody twice. If an
 * answer is lost, reads the roster to find out what happened. A 429 pauses the whole job; after `maxWait` milliseconds
 * of such pauses the job ends.
 *
 * After an abort it sends no new call, waits for the calls under way, and resolves with the report.
 *
 * @throws SeatsError `ConfigurationError` for an invalid option, or the error of the first read of the roster, unless
 * it is a 429. In both cases nothing was changed. If a wrapped client throws an error that is not a SeatsError, the job
 * ends, and that error is thrown once the calls under way have ended.
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
export const assignSeats = (
  client: SeatsClient,
  params: AssignSeatsParams,
  options: AssignSeatsOptions = {},
): Promise<AssignSeatsReport> => runAssignSeats(client, params, options)
