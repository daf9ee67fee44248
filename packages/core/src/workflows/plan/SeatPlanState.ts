import type { AssignSeatsProgress } from '../bulk/AssignSeatsProgress.ts'
import type { AssignSeatsResult } from '../bulk/assignSeatsReport.ts'
import { createSnapshotList, type SnapshotList } from '../run/createSnapshotList.ts'
import { toAppliedPlan, type AppliedSeat, type AppliedSeatPlan } from './appliedSeatPlan.ts'
import type { SeatPlanProgress } from './ApplySeatPlanOptions.ts'

/** The name of a list of steps that revoke a seat. The steps that assign seats follow as one bulk job. */
export type StepListName = 'revoked' | 'reinvited'

/** Holds the outcomes of a run. Each change takes constant time, however large the plan is. */
export class SeatPlanState {
  readonly #steps: Record<StepListName, SnapshotList<AppliedSeat>>
  readonly #total: number
  #endedSteps: number
  #assigned: Pick<AssignSeatsProgress, 'done' | 'report'>

  constructor({ revoked, reinvited, assigned }: AppliedSeatPlan) {
    this.#steps = { revoked: createSnapshotList(revoked), reinvited: createSnapshotList(reinvited) }
    this.#total = revoked.length + reinvited.length + assigned.results.length
    this.#endedSteps = [...revoked, ...reinvited].filter(hasEnded).length
    this.#assigned = { done: assigned.results.filter(hasEnded).length, report: assigned }
  }

  stepsOf(listName: StepListName): readonly AppliedSeat[] {
    return this.#steps[listName].items
  }

  setStep(listName: StepListName, index: number, step: AppliedSeat): void {
    const previousStep = this.#steps[listName].items[index]
    this.#endedSteps += Number(hasEnded(step)) - Number(previousStep !== undefined && hasEnded(previousStep))
    this.#steps[listName].set(index, step)
  }

  setAssigned(progress: Pick<AssignSeatsProgress, 'done' | 'report'>): void {
    this.#assigned = progress
  }

  /** Returns the progress. Its report is created only when it is read. */
  progress(): SeatPlanProgress {
    const revoked = this.#steps.revoked.snapshot()
    const reinvited = this.#steps.reinvited.snapshot()
    const assigned = this.#assigned
    let report: AppliedSeatPlan | undefined
    return {
      done: this.#endedSteps + assigned.done,
      total: this.#total,
      get report() {
        report ??= toAppliedPlan({ revoked: revoked(), reinvited: reinvited(), assigned: assigned.report })
        return report
      },
    }
  }
}

const hasEnded = ({ outcome }: AppliedSeat | AssignSeatsResult) => outcome !== 'skipped' && outcome !== 'started'
