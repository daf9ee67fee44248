import type { RecipientProblemCode } from '../../csv/RecipientProblemCode.ts'

/** The values of one problem. All are optional: a server may leave them out. */
export interface IssueValues {
  /** The smallest or largest value that is accepted. */
  limit?: number | undefined
  /** The number of cells in a line of a table, and of columns in its header. */
  cells?: number | undefined
  columns?: number | undefined
  /** The headers of the columns that a problem is about. */
  names?: string[] | undefined
  /** A text of the line that can be read in two ways. */
  text?: string | undefined
}

export type IssueSentence = string | ((values: IssueValues) => string)

/** A sentence for each problem of an input, and of a line that was pasted or read from a file. */
export interface IssueMessages {
  issues: Record<RecipientProblemCode, IssueSentence>
}
