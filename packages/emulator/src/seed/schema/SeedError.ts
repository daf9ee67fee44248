import type { Problem } from '../../internal/parse.ts'
/** Thrown if a seed is refused. Each problem has the path of the value that is wrong. */
export class SeedError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The seed is refused: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
    this.name = 'SeedError'
    this.problems = problems
  }
}
