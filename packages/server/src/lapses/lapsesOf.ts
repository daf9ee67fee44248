import { isActive, isLapsed, type Standing } from './Standing.ts'

/** A time in which a subscription was past due or paused. Both ends are precise times. */
export interface Lapse {
  from: string
  /** The time at which the subscription was seen active or ended again. Null while the lapse lasts. */
  to: string | null
  status: string
  /** True if the subscription became active again. */
  isRecovered: boolean
}

/**
 * Returns the lapses that these standings show, oldest first. The standings can have any order and repetitions, because
 * events may arrive late or twice.
 */
export function lapsesOf(standings: readonly Standing[]): Lapse[] {
  const lapses: Lapse[] = []
  let current: Lapse | undefined
  for (const standing of standings.toSorted((a, b) => compare(a.version, b.version))) {
    if (isLapsed(standing)) {
      if (current === undefined) lapses.push((current = startLapse(standing)))
      current.status = standing.status
    } else if (current !== undefined) {
      current.to = standing.ended_at ?? standing.version
      current.isRecovered = isActive(standing)
      current = undefined
    }
  }
  return lapses
}

function startLapse({ status, past_due_at, paused_at, version }: Standing): Lapse {
  const from = (status === 'paused' ? paused_at : past_due_at) ?? version
  return { from, to: null, status, isRecovered: false }
}

const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b))
