import { expect, test } from 'vitest'
import { SeatsError } from '@seats/core'
import { endStep } from '../../../src/workflows/plan/stepOutcomes.ts'
import { seat } from '../../seats.ts'

const error = new SeatsError({ code: 'NetworkError', detail: 'The server cannot be reached.' })
const stepBefore = { seat: seat(), outcome: 'failed', error: error.toJSON() } as const

test.each([
  ['changed', 'done', 'done'],
  ['unchanged', 'unchanged', 'unchanged'],
  ['aborted', 'failed', 'started'],
  ['rate_limited', 'skipped', 'started'],
  ['failed', 'failed', 'failed'],
] as const)(
  'a step that ends with `%s` has the outcome %s, or %s if its seat may be revoked',
  (end, outcome, outcomeIfRevoked) => {
    expect(endStep(stepBefore, end, false, error).outcome).toBe(outcome)
    expect(endStep(stepBefore, end, true, error).outcome).toBe(outcomeIfRevoked)
  },
)

test('a failure has its error, and says whether the seat may be revoked', () => {
  expect(endStep(stepBefore, 'failed', false, error)).toEqual({ ...stepBefore, error: error.toJSON() })
  expect(endStep(stepBefore, 'failed', true, error)).toEqual({
    ...stepBefore,
    error: error.toJSON(),
    mayBeRevoked: true,
  })
})

test('an abort before anything was changed does not change the step', () => {
  expect(endStep(stepBefore, 'aborted', false)).toBe(stepBefore)
})
