import type { SeatsClient } from '../createSeatsClient.ts'
import { isSeatsError } from '../errors/isSeatsError.ts'
import type { SeatsErrorJSON } from '../errors/SeatsError.ts'
import { internalsOf } from '../internal/internals.ts'
import type { CustomerSeat } from '../schemas/CustomerSeat.ts'
import type { SeatSource } from '../schemas/SeatSource.ts'
import { assignSeats, type AssignSeatsOptions } from './assignSeats.ts'
import { reportOf, type AssignSeatsReport } from './assignSeatsReport.ts'
import { ensureRevoked } from './ensureRevoked.ts'
import type { SeatPlan } from './planSeats.ts'
import { reinviteSeat } from './reinviteSeat.ts'

export interface ApplySeatPlanParams {
  source: SeatSource
  plan: SeatPlan
}

export interface AppliedSeat {
  /** As it was planned with. */
  seat: CustomerSeat
  /** `unchanged`: the person had lost the seat, or claimed it, before their turn. */
  outcome: 'done' | 'unchanged' | 'failed' | 'skipped'
  error?: SeatsErrorJSON
}

/** Plain JSON: what became of every part of a plan. */
export interface AppliedSeatPlan {
  revoked: AppliedSeat[]
  reinvited: AppliedSeat[]
  assigned: AssignSeatsReport
}

/**
 * Carries a plan out: revokes first, so that their seats are free for the assigns. Each step looks again at who has
 * the seat; a step that fails is reported, never thrown, and keeps no other from being taken.
 *
 * @example
 * ```ts
 * import { applySeatPlan, createSeatsClient, planSeats } from '@seats/core'
 *
 * const client = createSeatsClient({ accessToken: () => 'polar_oat_…' })
 * const source = { order_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
 * const plan = planSeats(await client.listSeats(source), [{ email: 'ada@example.com' }])
 * const { revoked, assigned } = await applySeatPlan(client, { source, plan })
 * console.log(revoked.length, assigned.complete)
 * ```
 */
export async function applySeatPlan(
  client: SeatsClient,
  { source, plan }: ApplySeatPlanParams,
  options: AssignSeatsOptions = {},
): Promise<AppliedSeatPlan> {
  const revoked = await inTurn(client, plan.revoke, 2, options, async (seat) => {
    const result = await ensureRevoked(client, { source, seat }, options)
    return result.revoked
  })
  const reinvited = await inTurn(client, plan.reinvite, 3, options, async (seat) => {
    await reinviteSeat(client, { source, seat }, options)
    return true
  })
  const assigned = await assignOrReport(client, source, plan, options)
  return { revoked, reinvited, assigned }
}

/** One after the other, each inside the rate budget with the `calls` that it takes. */
async function inTurn(
  client: SeatsClient,
  seats: CustomerSeat[],
  calls: number,
  { signal, ratePerMinute }: AssignSeatsOptions,
  change: (seat: CustomerSeat) => Promise<boolean>,
): Promise<AppliedSeat[]> {
  const applied: AppliedSeat[] = []
  for (const seat of seats) {
    applied.push(
      await applyOne(seat, signal, async () => {
        for (let call = 0; call < calls; call++) await internalsOf(client)?.budget.room(ratePerMinute, signal)
        return change(seat)
      }),
    )
  }
  return applied
}

async function applyOne(
  seat: CustomerSeat,
  signal: AbortSignal | undefined,
  change: () => Promise<boolean>,
): Promise<AppliedSeat> {
  if (signal?.aborted) return { seat, outcome: 'skipped' }
  try {
    return { seat, outcome: (await change()) ? 'done' : 'unchanged' }
  } catch (error) {
    if (isSeatsError(error, 'SeatNotPending')) return { seat, outcome: 'unchanged' }
    if (isSeatsError(error)) return { seat, outcome: 'failed', error: error.toJSON() }
    // An abort in the middle of a step.
    if (signal?.aborted) return { seat, outcome: 'skipped' }
    throw error
  }
}

/** What was revoked must not get lost with an error: where the assigns cannot start, that is each one's outcome. */
async function assignOrReport(
  client: SeatsClient,
  source: SeatSource,
  { assign }: SeatPlan,
  options: AssignSeatsOptions,
): Promise<AssignSeatsReport> {
  try {
    return await assignSeats(client, { source, recipients: assign }, options)
  } catch (error) {
    if (!isSeatsError(error)) throw error
    const results = assign.map((recipient) => ({ recipient, outcome: 'failed' as const, error: error.toJSON() }))
    return reportOf(source, results)
  }
}
