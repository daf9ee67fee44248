import { intervalOf } from './intervalOf.ts'
import { median } from './percentile.ts'
import { roundFigure } from './roundFigure.ts'

/** The largest or smallest value that is promised. */
export type Bound = { atMost: number } | { atLeast: number }

/** A measured value. */
export interface Figure {
  name: string
  value: number
  unit: string
  /** The 95 % interval of the value. Missing if the value is counted and not measured, such as a size. */
  interval?: [low: number, high: number]
  bound?: Bound | undefined
  /** The conditions of the measurement: the distance to Polar, the number of seats, and so on. */
  conditions: string
  /** The two medians that a ratio compares, as text. */
  medians?: string
  /** The reason why our code needs more than the other code. Shown only if our code needs more. */
  whyBehind?: string | undefined
}

type FigureDetails = Pick<Figure, 'conditions' | 'bound' | 'whyBehind'>

/** The samples of two subjects, taken in turns. `per` is the number of calls in each sample. */
interface Pairs {
  ours: readonly number[]
  other: readonly number[]
  per?: number
  unit?: string
}

/**
 * Returns the figure of a comparison: each pair gives a ratio, and the value is their median. It is 2 if our code takes
 * twice as much as the other code.
 */
export function ratio(name: string, { ours, other, per = 1, unit = 'ms' }: Pairs, details: FigureDetails): Figure {
  const ratios = ours.map((sample, round) => sample / (other[round] ?? NaN))
  const format = (samples: readonly number[]) => roundFigure(median(samples) / per)
  return {
    name,
    value: median(ratios),
    unit: '×',
    interval: intervalOf(ratios),
    ...details,
    medians: `${format(ours)} ${unit} compared with ${format(other)} ${unit}`,
  }
}

/** Returns the figure of a measurement: the median of its samples. */
export const measured = (name: string, samples: readonly number[], unit: string, details: FigureDetails): Figure => ({
  name,
  value: median(samples),
  unit,
  interval: intervalOf(samples),
  ...details,
})

/** Returns the figure of a value without an interval, such as a size or a number of calls. */
export const counted = (name: string, value: number, unit: string, details: FigureDetails): Figure => ({
  name,
  value,
  unit,
  ...details,
})
