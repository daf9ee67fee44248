import type { Figure } from './Figure.ts'

/** The figures of one group, in the order of its measurements. */
export interface GroupResults {
  node: string
  cores: number
  /** The day of the run, such as `2026-11-27`. */
  day: string
  figures: Figure[]
}

/** The content of `bench.json`: each group's latest run. */
export type Results = Record<string, GroupResults>
