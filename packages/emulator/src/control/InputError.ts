import type { SeedProblem } from '../seed/SeedError.ts'

/** A control call that is refused, with every problem named by path. */
export class InputError extends Error {
  readonly status: 400 | 404 | 422
  readonly problems: readonly SeedProblem[]

  constructor(status: 400 | 404 | 422, problems: readonly SeedProblem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('; '))
    this.name = 'InputError'
    this.status = status
    this.problems = problems
  }
}
