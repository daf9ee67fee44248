import type { RecipientProblemCode } from './RecipientProblemCode.ts'

/** A problem that makes a line invalid or unclear. */
export interface LineProblem {
  /** A stable name for the problem, by which `reason` can be translated. */
  code: RecipientProblemCode
  /** Says what is wrong or unclear, and what to do. */
  reason: string
  /** The numbers and strings in `reason`, for a translation. */
  values?: ProblemValues
}

interface ProblemValues {
  /** The number of cells in the line. */
  cells?: number
  /** The number of columns in the header. */
  columns?: number
  /** The names of the columns that the problem is about. */
  names?: string[]
  /** The part of the line that can be read in two ways. */
  text?: string
}
