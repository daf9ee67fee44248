import { isObject } from '../internal/runtime/is.ts'
import { seatsErrorMark } from '../internal/runtime/seatsErrorMark.ts'
import type { SeatsError, SeatsErrorCode } from './SeatsError.ts'

/**
 * Returns whether a caught value is a `SeatsError`. If `code` is given, the error must also have that code. Recognizes
 * the errors of another copy of this package too.
 *
 * @example
 * ```ts
 * import { isSeatsError } from '@seats/core'
 *
 * const show = (error: unknown) => (isSeatsError(error) ? error.detail : 'Something went wrong.')
 * ```
 */
export function isSeatsError<Code extends SeatsErrorCode>(
  error: unknown,
  code?: Code,
): error is SeatsError & { readonly code: Code } {
  return isObject(error) && seatsErrorMark in error && (code === undefined || error.code === code)
}
