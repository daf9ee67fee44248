import { isObject } from '../internal/runtime/is.ts'
import type { Messages } from './Messages.ts'
import type { IssueSentence, IssueValues } from './types/IssueMessages.ts'

/**
 * Explains one problem of an input, by its code.
 *
 * @example
 * ```ts
 * import type { SeatsError } from '@seats/core'
 * import { en, explainIssue } from '@seats/core/messages'
 *
 * const explainIssues = ({ issues }: SeatsError) => issues.map((issue) => explainIssue(issue, en))
 * ```
 */
export function explainIssue(
  issue: { code?: string | undefined; ctx?: unknown; values?: IssueValues | undefined },
  { issues }: Messages,
): string {
  const table: Record<string, IssueSentence> = issues
  const { code = 'invalid' } = issue
  const sentence = Object.hasOwn(table, code) ? table[code] : undefined
  if (sentence === undefined) return explainIssue({ code: 'invalid' }, { issues } as Messages)
  return typeof sentence === 'string' ? sentence : sentence(issue.values ?? { limit: limitIn(issue.ctx) })
}

/** Pydantic names the limit after the rule. */
function limitIn(ctx: unknown): number | undefined {
  const rules = ['ge', 'gt', 'le', 'lt', 'min_length', 'max_length']
  const limit = isObject(ctx) ? rules.map((rule) => ctx[rule]).find((value) => typeof value === 'number') : undefined
  return typeof limit === 'number' ? limit : undefined
}
