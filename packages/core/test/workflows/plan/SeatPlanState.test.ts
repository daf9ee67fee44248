import { expect, test } from 'vitest'
import { startAppliedPlan, type AppliedSeat } from '../../../src/workflows/plan/appliedSeatPlan.ts'
import { SeatPlanState } from '../../../src/workflows/plan/SeatPlanState.ts'
import { seat, source } from '../../seats.ts'

const plan = (seats: AppliedSeat['seat'][]) => ({ assign: [], revoke: seats, reinvite: [], keep: [], shortfall: [] })
const startPlanOf = (size: number) =>
  startAppliedPlan(source, plan(Array.from({ length: size }, () => seat())), undefined)

test('the progress counts the steps that have ended, without a step that is being tried again', () => {
  const start = startPlanOf(2)
  const state = new SeatPlanState(start)
  const [first] = start.revoked
  if (first === undefined) throw new Error('The plan has no step')
  const outcomes = ['started', 'failed', 'started', 'done'] as const
  const doneCounts = outcomes.map((outcome) => {
    state.setStep('revoked', 0, { ...first, outcome })
    return state.progress().done
  })
  expect(doneCounts).toEqual([0, 1, 0, 1])
  expect(state.progress().total).toBe(2)
})

test('`progress` does not look at the other steps unless the report is read', () => {
  let reads = 0
  const start = startPlanOf(1_000)
  const countedSteps = start.revoked.map((step) => ({
    ...step,
    get outcome() {
      reads++
      return step.outcome
    },
  }))
  const state = new SeatPlanState({ ...start, revoked: countedSteps })
  reads = 0
  for (const [index, { seat }] of start.revoked.entries()) {
    state.setStep('revoked', index, { seat, outcome: 'done' })
    state.progress()
  }
  // Each step reads only its own old outcome.
  expect(reads).toBe(1_000)
  expect(state.progress().report.complete).toBe(true)
})

test('the report of a progress event has the steps at that time', () => {
  const start = startPlanOf(2)
  const state = new SeatPlanState(start)
  const progress = start.revoked.map(({ seat }, index) => {
    state.setStep('revoked', index, { seat, outcome: 'done' })
    return state.progress()
  })
  expect(progress.map(({ report }) => report.revoked.map(({ outcome }) => outcome))).toEqual([
    ['done', 'skipped'],
    ['done', 'done'],
  ])
})
