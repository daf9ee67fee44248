import { pathParameter, type PathParameter } from './parameters.ts'
import type { Validated } from '../../validation/python/pydantic/model.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'
import type { Value } from '../../validation/python/json/Value.ts'

/** Returns the checked body. `null` counts as missing. @throws ValidationError with every problem of the body. */
export function validateBody<Output>(
  body: Value | undefined,
  check: (input: Value, loc: Issue['loc']) => Validated<Output>,
): Output {
  if (body === undefined || body === null) {
    throw new ValidationError([{ type: 'missing', loc: ['body'], msg: 'Field required', input: null }])
  }
  const result = check(body, ['body'])
  if ('issues' in result) throw new ValidationError(result.issues)
  return result.output
}

/**
 * Returns a checked id of a path together with the checked body.
 * @throws ValidationError with the problems of both.
 */
export function validateCall<Id, Output>(
  id: PathParameter<Id>,
  body: Value | undefined,
  check: (input: Value, loc: Issue['loc']) => Validated<Output>,
): { id: Id; body: Output } {
  const issues: Issue[] = []
  const collect = <Result>(read: () => Result): Result | undefined => {
    try {
      return read()
    } catch (error) {
      if (!(error instanceof ValidationError)) throw error
      issues.push(...error.issues)
      return undefined
    }
  }
  const results = { id: collect(() => pathParameter(id)), body: collect(() => validateBody(body, check)) }
  if (issues.length > 0) throw new ValidationError(issues)
  return results as { id: Id; body: Output }
}
