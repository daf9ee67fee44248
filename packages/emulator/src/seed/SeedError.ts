export interface SeedProblem {
  path: string
  message: string
}

/** A seed that is refused whole, with every problem named by path. */
export class SeedError extends Error {
  readonly problems: readonly SeedProblem[]

  constructor(problems: readonly SeedProblem[]) {
    super(`The seed is refused: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
    this.name = 'SeedError'
    this.problems = problems
  }
}
