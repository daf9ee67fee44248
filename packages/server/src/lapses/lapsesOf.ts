import { isActive, isLapsed, type SubscriptionState } from './SubscriptionState.ts'

/** A time in which a subscription was past due or paused. `from` and `to` have microseconds. */
export interface Lapse {
  from: string
  /** The time at which the subscription became active again, or ended. Null while the lapse lasts. */
  to: string | null
  status: string
  /** True if the subscription became active again. */
  isRecovered: boolean
}

/**
 * Returns the lapses that these states show, oldest first. The states can have any order and repetitions, because
 * events may arrive late or twice.
 */
export function lapsesOf(states: readonly SubscriptionState[]): Lapse[] {
  const lapses: Lapse[] = []
  let current: Lapse | undefined
  for (const state of states.toSorted((a, b) => compare(a.version, b.version))) {
    if (isLapsed(state)) {
      if (current === undefined) lapses.push((current = startLapse(state)))
      current.status = state.status
    } else if (current !== undefined) {
      current.to = state.ended_at ?? state.version
      current.isRecovered = isActive(state)
      current = undefined
    }
  }
  return lapses
}

function startLapse({ status, past_due_at, paused_at, version }: SubscriptionState): Lapse {
  const from = (status === 'paused' ? paused_at : past_due_at) ?? version
  return { from, to: null, status, isRecovered: false }
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
