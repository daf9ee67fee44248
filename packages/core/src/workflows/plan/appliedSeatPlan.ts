import type { SeatsErrorJSON } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { startReport, type AssignSeatsReport } from '../bulk/assignSeatsReport.ts'
import type { SeatPlan } from './planSeats.ts'

export interface AppliedSeat {
  /** The seat as it was in the plan. */
  seat: CustomerSeat
  /**
   * `unchanged`: the person had lost the seat, or claimed it, before their turn. `started`: the step was under way when
   * this was reported, and the seat may be revoked; a resume finds out. `skipped`: not started.
   */
  outcome: 'done' | 'unchanged' | 'failed' | 'started' | 'skipped'
  error?: SeatsErrorJSON
  /** The step failed, but it may have revoked the seat. */
  mayBeRevoked?: true
}

/** The outcome of each step of a plan, as plain JSON. It holds everything that a resume needs, also the metadata. */
export interface AppliedSeatPlan {
  revoked: AppliedSeat[]
  reinvited: AppliedSeat[]
  assigned: AssignSeatsReport
  /** Whether a resume would do nothing. */
  complete: boolean
  /** The error that ended the run early. Absent if all steps had their turn, or if an abort ended the run. */
  error?: SeatsErrorJSON
}

/** Returns whether a resume tries this step again. */
export const isOpenStep = ({ outcome }: AppliedSeat): boolean =>
  outcome === 'skipped' || outcome === 'started' || outcome === 'failed'

/** Returns whether an earlier try of the step may have revoked the seat. */
export const mayHaveActed = ({ outcome, mayBeRevoked }: AppliedSeat): boolean =>
  outcome === 'started' || mayBeRevoked === true

export const completed = (parts: Pick<AppliedSeatPlan, 'revoked' | 'reinvited' | 'assigned'>): AppliedSeatPlan => ({
  ...parts,
  complete: parts.assigned.complete && ![...parts.revoked, ...parts.reinvited].some(isOpenStep),
})

/** Returns the steps of a plan, with the outcomes of an earlier run if there is one. */
export function startAppliedPlan(
  source: SeatSource,
  plan: SeatPlan,
  resume: AppliedSeatPlan | undefined,
): AppliedSeatPlan {
  const assigned = startReport(source, plan.assign, resume?.assigned)
  const stepsOf = (seats: CustomerSeat[], earlier: AppliedSeat[] = []) =>
    seats.map(
      (seat): AppliedSeat => earlier.find((step) => isSameAssignment(step.seat, seat)) ?? { seat, outcome: 'skipped' },
    )
  const reinvited = stepsOf(plan.reinvite, resume?.reinvited)
  return completed({
    revoked: stepsOf(plan.revoke, resume?.revoked),
    reinvited: [...reinvited, ...leftWithoutSeat(plan, resume, reinvited)],
    assigned,
  })
}

/**
 * Returns renewals that an earlier run began and that a plan of a later roster does not have: it assigns the person, and
 * without this the metadata of their old seat would be lost.
 */
function leftWithoutSeat(plan: SeatPlan, resume: AppliedSeatPlan | undefined, taken: AppliedSeat[]): AppliedSeat[] {
  const begun = (resume?.reinvited ?? []).filter((step) => mayHaveActed(step) && !taken.includes(step))
  const seats = begun.map(({ seat }) => seat)
  const index = indexRoster({ seats, available_seats: 0, total_seats: 0 })
  const wanted = new Set(plan.assign.map((person) => index.find(person)))
  return begun.filter(({ seat }) => wanted.has(seat))
}

/** Returns whether two rows show the same assignment of the same seat. */
export const isSameAssignment = (a: CustomerSeat, b: CustomerSeat): boolean =>
  a.id === b.id && assignedAt(a) === assignedAt(b)
