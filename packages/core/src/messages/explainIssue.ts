import { recognizeIssue } from '../errors/recognizeIssue.ts'
import { isObject } from '../internal/runtime/is.ts'
import type { PanelMessages } from './PanelMessages.ts'
import type { IssueSentence, IssueValues } from './types/IssueMessages.ts'

interface ExplainedIssue {
  /** A stable code. If it is missing, the code is found with `type` and `msg`. */
  code?: string | undefined
  type?: string | undefined
  msg?: string | undefined
  /** The text of a row of `preflightSeats`. */
  reason?: string | undefined
  ctx?: unknown
  values?: IssueValues | undefined
}

/**
 * Explains one problem of an input by its stable code: an issue of a `SeatsError`, a row of `preflightSeats`, or a
 * problem of `parseRecipients`.
 *
 * @example
 * ```ts
 * import { parseRecipients } from '@seats/core/csv'
 * import { en, explainIssue } from '@seats/core/messages'
 *
 * for (const problem of parseRecipients('ada [at] example.com').problems) {
 *   console.log(`Line ${problem.line}: ${explainIssue(problem, en)}`)
 * }
 * ```
 */
export function explainIssue(issue: ExplainedIssue, { issues }: PanelMessages): string {
  const table: Record<string, IssueSentence> = issues
  const msg = issue.msg ?? issue.reason
  const code = issue.code ?? (msg === undefined ? 'invalid' : recognizeIssue({ type: issue.type ?? '', msg }))
  const sentence = (Object.hasOwn(table, code) ? table[code] : undefined) ?? issues.invalid
  return typeof sentence === 'string' ? sentence : sentence(issue.values ?? { limit: limitOf(issue) })
}

/** Returns the limit in an issue of Pydantic: the value of the rule in `ctx`, or else the first number in the text. */
function limitOf({ ctx, msg = '' }: ExplainedIssue): number | undefined {
  const rules = ['ge', 'gt', 'le', 'lt', 'min_length', 'max_length']
  const limit = isObject(ctx) ? rules.map((rule) => ctx[rule]).find((value) => typeof value === 'number') : undefined
  const [numberInText] = /\b\d{1,9}\b/.exec(msg) ?? []
  return typeof limit === 'number' ? limit : numberInText === undefined ? undefined : Number(numberInText)
}
