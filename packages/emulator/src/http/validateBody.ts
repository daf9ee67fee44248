import type { Validated } from '../validation/model.ts'
import { ValidationError, type Issue } from '../validation/ValidationError.ts'
import type { Value } from '../validation/python/Value.ts'

/**
 * Checks a body. A body that is `null` counts as missing.
 * @throws ValidationError with every problem of the body.
 */
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
