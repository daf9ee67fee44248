import type { Problem } from '../internal/parse.ts'

/** Thrown if a control call is refused. Each problem has the path of the value that is wrong. */
export class InputError extends Error {
  readonly status: 400 | 403 | 404 | 409 | 422
  readonly problems: readonly Problem[]

  constructor(status: 400 | 403 | 404 | 409 | 422, problems: readonly Problem[]) {
    super(problems.map(({ path, message }) => `${path}: ${message}`).join('; '))
    this.name = 'InputError'
    this.status = status
    this.problems = problems
  }
}
