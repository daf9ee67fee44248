import type { ApplySeatPlanOptions } from './ApplySeatPlanOptions.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { startAppliedPlan, type AppliedSeatPlan } from './appliedSeatPlan.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import type { SeatPlan } from './planSeats.ts'
import { SeatPlanRun } from './SeatPlanRun.ts'

export interface ApplySeatPlanParams {
  source: SeatSource
  plan: SeatPlan
  /** The `report` of a progress, or an earlier result, also after a JSON round trip: goes on where that one ended. */
  resume?: AppliedSeatPlan | undefined
}

/**
 * Carries a plan out: revokes first, so that their seats are free for the assigns. Each step looks again at who has
 * the seat, and an invitation is renewed only if it has expired by the server's time. A step that fails is reported, never thrown, and keeps no other from being taken.
 *
 * @param options `signal`, `concurrency`, `ratePerMinute`, `onProgress`, and `maxWait`, the milliseconds to wait for 429s
 * in all. After that it ends with a report that can be resumed.
 * @throws SeatsError `ConfigurationError` for an option that cannot mean anything, or a `resume` of another source
 *
 * @example
 * ```ts
 * import { applySeatPlan, createSeatsClient, planSeats } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { order_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const roster = await client.listSeats(source)
 * const plan = planSeats(roster, [{ email: 'ada@example.com' }], { now: client.earliestNow() })
 * let report = await applySeatPlan(client, { source, plan })
 * if (!report.complete) report = await applySeatPlan(client, { source, plan, resume: report })
 * ```
 */
export async function applySeatPlan(
  client: SeatsClient,
  { source, plan, resume }: ApplySeatPlanParams,
  options: ApplySeatPlanOptions = {},
): Promise<AppliedSeatPlan> {
  checkWorkflowOptions(options)
  return new SeatPlanRun(client, source, startAppliedPlan(source, plan, resume), options).run()
}
