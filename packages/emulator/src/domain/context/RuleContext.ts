import type { Context } from './Context.ts'

/** The context of a rule that can add jobs, which run after the rule. On the real server, workers run these jobs. */
export interface RuleContext extends Context {
  /** Runs a job after the rule. Jobs run in the order in which they were added. */
  runLater(job: () => void): void
}

/**
 * Runs a rule and then its jobs in one transaction. Returns the rule's result. If the rule or a job throws, nothing
 * changes.
 */
export function runRule<Result>(context: Context, rule: (ruleContext: RuleContext) => Result): Result {
  return context.database.transaction(() => {
    const jobs: Array<() => void> = []
    const result = rule({ ...context, runLater: (job) => void jobs.push(job) })
    for (let next = 0; next < jobs.length; next += 1) jobs[next]?.()
    return result
  })
}
