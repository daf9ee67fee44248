import type { Value } from '../json/Value.ts'

/** One entry of a 422's `detail`. */
export interface Issue {
  type: string
  loc: ReadonlyArray<string | number>
  msg: string
  input: Value
  ctx?: Record<string, unknown>
}

type ErrorName = 'RequestValidationError' | 'PolarRequestValidationError'

/** Thrown for invalid input. The answer has the status 422. */
export class ValidationError extends Error {
  readonly issues: readonly Issue[]
  readonly errorName: ErrorName

  constructor(issues: readonly Issue[], errorName: ErrorName = 'RequestValidationError') {
    super(issues.map(({ loc, msg }) => `${loc.join('.')}: ${msg}`).join('; '))
    this.name = 'ValidationError'
    this.issues = issues
    this.errorName = errorName
  }
}
