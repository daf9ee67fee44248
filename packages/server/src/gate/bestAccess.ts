import type { NoAccessReason, SeatGateAnswer } from './SeatGateAnswer.ts'

/** The reasons, most helpful first: `pending` tells the person best what to do. */
const reasons: NoAccessReason[] = [
  'pending',
  'expired',
  'lapsed',
  'paused',
  'conflict',
  'ended',
  'unknown',
  'not_seated',
]

const rank = (access: SeatGateAnswer): number => {
  if (!access.seated) return 3 + reasons.indexOf(access.reason)
  if (access.basis === 'policy') return 2
  return access.lapsedSince === undefined ? 0 : 1
}

/**
 * Returns the answer for several sources: a seat on any of them, or the most helpful reason. Without sources, returns
 * `undefined`.
 */
export function bestAccess(answers: readonly SeatGateAnswer[]): SeatGateAnswer | undefined {
  if (answers.length < 2) return answers[0]
  return answers.toSorted((a, b) => rank(a) - rank(b))[0]
}
