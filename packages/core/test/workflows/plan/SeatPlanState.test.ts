import { expect, test } from 'vitest'
import { startAppliedPlan, type AppliedSeat } from '../../../src/workflows/plan/appliedSeatPlan.ts'
import { SeatPlanState } from '../../../src/workflows/plan/SeatPlanState.ts'
import { seat, source } from '../../seats.ts'

const plan = (seats: AppliedSeat['seat'][]) => ({ assign: [], revoke: seats, reinvite: [], keep: [], shortfall: [] })
const startPlanOf = (size: number) =>
  startAppliedPlan(source, plan(Array.from({ length: size }, () => seat())), undefined)

test('the progress counts the steps that have ended, except a step that is being tried again', () => {
  const start = startPlanOf(2)
  const state = new SeatPlanState(start)
  const [firstStep] = start.revoked
  if (firstStep === undefined) throw new Error('The plan has no step')
  const outcomes = ['started', 'failed', 'started', 'done'] as const
  const doneCounts = outcomes.map((outcome) => {
    state.setStep('revoked', 0, { ...firstStep, outcome })
    return state.progress().done
  })
  expect(doneCounts).toEqual([0, 1, 0, 1])
  expect(state.progress().total).toBe(2)
})

test('`setStep` and `progress` read no other step, unless the report is read', () => {
  let readCount = 0
  const start = startPlanOf(1_000)
  const countedSteps = start.revoked.map((step) => ({
    ...step,
    get outcome() {
      readCount++
      return step.outcome
    },
  }))
  const state = new SeatPlanState({ ...start, revoked: countedSteps })
  readCount = 0
  for (const [index, { seat }] of start.revoked.entries()) {
    state.setStep('revoked', index, { seat, outcome: 'done' })
    state.progress()
  }
  // Each call of `setStep` reads the old outcome of its step.
  expect(readCount).toBe(1_000)
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
