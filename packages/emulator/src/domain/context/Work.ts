import type { Context } from './Context.ts'

/** The context of a rule that has later consequences. The real server leaves those to its workers. */
export interface Work extends Context {
  /** Runs a job after the rule. Jobs run in the order of these calls. */
  later(job: () => void): void
}

/**
 * Runs a rule and then its later jobs in one transaction. So the answer comes after all of it has happened, and a
 * rule that throws changes nothing.
 */
export function runWork<Result>(context: Context, rule: (work: Work) => Result): Result {
  return context.database.transaction(() => {
    const jobs: Array<() => void> = []
    const result = rule({ ...context, later: (job) => void jobs.push(job) })
    for (let next = 0; next < jobs.length; next += 1) jobs[next]?.()
    return result
  })
}
