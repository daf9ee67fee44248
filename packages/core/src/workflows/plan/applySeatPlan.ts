import type { ApplySeatPlanOptions } from './ApplySeatPlanOptions.ts'
import type { SeatsClient } from '../../client/createSeatsClient.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { startAppliedPlan, type AppliedSeatPlan } from './appliedSeatPlan.ts'
import { checkWorkflowOptions } from '../run/checkWorkflowOptions.ts'
import type { SeatPlan } from './planSeats.ts'
import { runSeatPlan } from './runSeatPlan.ts'

export interface ApplySeatPlanParams {
  source: SeatSource
  plan: SeatPlan
  /**
   * The `report` of a progress event, or an earlier result. Both may have been stored as JSON. The run continues where
   * the earlier run ended.
   */
  resume?: AppliedSeatPlan | undefined
}

/**
 * Carries out a plan. Revokes first, so that the revoked seats are free for the assigns. Each step checks again who has
 * the seat. An invitation is renewed only if it has expired by the server's time. If a step fails, the report has its
 * error, and the run goes on with the next step.
 *
 * @param options `signal`; `concurrency`; `ratePerMinute`; `onProgress`; `maxWait`: the limit of all waits after 429s,
 * in milliseconds, at which the run ends with a report that can be resumed; `now`: the clock.
 * @throws SeatsError `ConfigurationError` for an invalid option, or if `resume` is about another source.
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
  return runSeatPlan(client, source, startAppliedPlan(source, plan, resume), options)
}
