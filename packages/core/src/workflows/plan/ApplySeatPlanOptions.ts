import type { AppliedSeatPlan } from './appliedSeatPlan.ts'
import type { AssignSeatsOptions } from '../bulk/AssignSeatsOptions.ts'

export interface SeatPlanProgress {
  /** Steps that have an outcome. */
  done: number
  total: number
  /** Everything so far: what a resume needs if this process dies now. */
  report: AppliedSeatPlan
}

export interface ApplySeatPlanOptions extends Omit<AssignSeatsOptions, 'onProgress'> {
  /**
   * Called before a seat is revoked and after each step. A promise that it returns is waited for before anything is
   * revoked: store the `report` in it, and a process that dies half-way loses nobody's metadata. An error that it throws
   * is reported like any listener's, and stops nothing.
   */
  onProgress?: ((progress: SeatPlanProgress) => void | Promise<void>) | undefined
}
