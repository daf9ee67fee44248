import type { Problem } from '../../internal/parse.ts'
/** A seed that is refused whole, with every problem named by path. */
export class SeedError extends Error {
  readonly problems: readonly Problem[]

  constructor(problems: readonly Problem[]) {
    super(`The seed is refused: ${problems.map(({ path, message }) => `${path}: ${message}`).join('; ')}`)
    this.name = 'SeedError'
    this.problems = problems
  }
}
