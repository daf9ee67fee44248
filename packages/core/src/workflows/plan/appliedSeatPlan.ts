import type { SeatsErrorJSON } from '../../errors/SeatsError.ts'
import { assignedAt } from '../../roster/assignedAt.ts'
import { indexRoster } from '../../roster/indexRoster.ts'
import type { CustomerSeat } from '../../schemas/CustomerSeat.ts'
import type { SeatSource } from '../../schemas/SeatSource.ts'
import { startReport, type AssignSeatsReport } from '../bulk/assignSeatsReport.ts'
import type { SeatPlan } from './planSeats.ts'

/** A step of a plan that revokes a seat, with its outcome. */
export interface AppliedSeat {
  /** The seat as it was in the plan. */
  seat: CustomerSeat
  /**
   * - `unchanged`: the person had lost or claimed the seat before this step, or the invitation has not expired yet.
   * - `started`: the step has not ended. The seat may be revoked: a resume reads the roster to find out.
   * - `skipped`: the step has not started.
   */
  outcome: 'done' | 'unchanged' | 'failed' | 'started' | 'skipped'
  error?: SeatsErrorJSON
  /** The step failed, but it may have revoked the seat. */
  mayBeRevoked?: true
}

/** The outcome of each step of a plan, as plain JSON. It has everything that a resume needs, including the metadata. */
export interface AppliedSeatPlan {
  revoked: AppliedSeat[]
  reinvited: AppliedSeat[]
  assigned: AssignSeatsReport
  /** True if a resume would do nothing. */
  complete: boolean
  /** The error that ended the run early. Absent if the run reached every step, or if an abort ended it. */
  error?: SeatsErrorJSON
}

/** Returns whether a resume tries this step again. */
export const isOpenStep = ({ outcome }: AppliedSeat): boolean =>
  outcome === 'skipped' || outcome === 'started' || outcome === 'failed'

/** Returns whether an earlier try of the step may have revoked the seat. */
export const mayHaveRevoked = ({ outcome, mayBeRevoked }: AppliedSeat): boolean =>
  outcome === 'started' || mayBeRevoked === true

export const toAppliedPlan = (parts: Omit<AppliedSeatPlan, 'complete'>): AppliedSeatPlan => ({
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
  const stepsOf = (seats: CustomerSeat[], earlier: AppliedSeat[] = []) => {
    const earlierSteps = new Map(earlier.map((step) => [assignmentKey(step.seat), step]))
    return seats.map((seat): AppliedSeat => earlierSteps.get(assignmentKey(seat)) ?? { seat, outcome: 'skipped' })
  }
  const reinvited = stepsOf(plan.reinvite, resume?.reinvited)
  return toAppliedPlan({
    revoked: stepsOf(plan.revoke, resume?.revoked),
    reinvited: [...reinvited, ...begunRenewals(plan, resume, reinvited)],
    assigned,
  })
}

/**
 * Returns the reinvite steps that an earlier run began and did not finish, for people whom the new plan would only
 * assign. Continuing such a step keeps the metadata of the old seat, which an assign would lose.
 */
function begunRenewals(plan: SeatPlan, resume: AppliedSeatPlan | undefined, usedSteps: AppliedSeat[]): AppliedSeat[] {
  const usedStepSet = new Set(usedSteps)
  const unusedRenewals = (resume?.reinvited ?? []).filter((step) => mayHaveRevoked(step) && !usedStepSet.has(step))
  const seats = unusedRenewals.map(({ seat }) => seat)
  const index = indexRoster({ seats, available_seats: 0, total_seats: 0 })
  const desiredSeats = new Set(plan.assign.map((person) => index.find(person)))
  return unusedRenewals.filter(({ seat }) => desiredSeats.has(seat))
}

const assignmentKey = (seat: CustomerSeat) => `${seat.id} ${assignedAt(seat)}`

/** Returns whether two rows show the same assignment of the same seat. */
export const isSameAssignment = (a: CustomerSeat, b: CustomerSeat): boolean => assignmentKey(a) === assignmentKey(b)
