import type { RecipientProblemCode } from '../../csv/RecipientProblemCode.ts'

/** The values of one problem. All are optional: a server may leave them out. */
export interface IssueValues {
  /** The smallest or largest value that is accepted. */
  limit?: number | undefined
  /** The number of cells in a line of a table. */
  cells?: number | undefined
  /** The number of columns in the header of the table. */
  columns?: number | undefined
  /** The headers of the columns that a problem is about. */
  names?: string[] | undefined
  /** The ambiguous part of the line. */
  text?: string | undefined
}

export type IssueSentence = string | ((values: IssueValues) => string)

/** A sentence for each problem in a form input or in a pasted or imported line. */
export interface IssueMessages {
  issues: Record<RecipientProblemCode, IssueSentence>
}
