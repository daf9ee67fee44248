import type { AppliedSeatPlan } from './appliedSeatPlan.ts'
import type { AssignSeatsOptions } from '../bulk/AssignSeatsOptions.ts'

export interface SeatPlanProgress {
  /** The number of steps that have ended. */
  done: number
  total: number
  /** The report so far. It has everything that a resume needs if this process ends now. */
  report: AppliedSeatPlan
}

export interface ApplySeatPlanOptions extends Omit<AssignSeatsOptions, 'onProgress'> {
  /**
   * Called before and after each revoke and each renewal, and after each assign. If this function returns a promise,
   * the run waits for it, except during the assigns. Store the `report` here, so that a resume after the end of the
   * process has everybody's metadata. An error of this function is reported like that of an event listener, and the run
   * goes on.
   */
  onProgress?: ((progress: SeatPlanProgress) => void | Promise<void>) | undefined
}
