import type { Context } from './Context.ts'

/** What a rule acts on whose consequences come later, as the real server's workers do them. */
export interface Work extends Context {
  /** Puts off a job until what is under way has been decided. Jobs run in the order in which they were put off. */
  later(job: () => void): void
}

/**
 * Runs a rule and then every job that it put off, in one transaction: an answer comes when all has happened, and a rule that
 * throws leaves nothing.
 */
export function runWork<Result>(context: Context, rule: (work: Work) => Result): Result {
  return context.database.transaction(() => {
    const jobs: Array<() => void> = []
    const result = rule({ ...context, later: (job) => void jobs.push(job) })
    for (let next = 0; next < jobs.length; next += 1) jobs[next]?.()
    return result
  })
}
