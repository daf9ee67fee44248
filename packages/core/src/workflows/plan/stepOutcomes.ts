import type { SeatsError } from '../../errors/SeatsError.ts'
import type { AppliedSeat } from './appliedSeatPlan.ts'

/** The ways in which one attempt at a step can end. */
export type StepEnd = 'changed' | 'unchanged' | 'aborted' | 'rate_limited' | 'failed'

interface StepRule {
  /** The outcome if no attempt can have revoked the seat. */
  notRevoked: AppliedSeat['outcome'] | 'as_before'
  /** The outcome if this attempt or an earlier attempt may have revoked the seat. */
  mayBeRevoked: AppliedSeat['outcome']
}

/** The outcome of a step, for each way in which an attempt can end. */
const stepRules: Record<StepEnd, StepRule> = {
  changed: { notRevoked: 'done', mayBeRevoked: 'done' },
  unchanged: { notRevoked: 'unchanged', mayBeRevoked: 'unchanged' },
  aborted: { notRevoked: 'as_before', mayBeRevoked: 'started' },
  rate_limited: { notRevoked: 'skipped', mayBeRevoked: 'started' },
  failed: { notRevoked: 'failed', mayBeRevoked: 'failed' },
}

/** Returns the step after an attempt. */
export function endStep(before: AppliedSeat, end: StepEnd, mayBeRevoked: boolean, error?: SeatsError): AppliedSeat {
  const rule = stepRules[end]
  const outcome = mayBeRevoked ? rule.mayBeRevoked : rule.notRevoked
  if (outcome === 'as_before') return before
  const step: AppliedSeat = { seat: before.seat, outcome }
  if (outcome !== 'failed' || error === undefined) return step
  return { ...step, error: error.toJSON(), ...(mayBeRevoked && { mayBeRevoked }) }
}
