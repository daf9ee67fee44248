import { isObject } from '../internal/runtime/is.ts'
import { marker } from '../internal/runtime/marker.ts'
import type { SeatsError, SeatsErrorCode } from './SeatsError.ts'

/**
 * Whether a caught value is a `SeatsError`, and, with `code`, that one. Works across duplicate copies of the package.
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
  return isObject(error) && marker in error && (code === undefined || error.code === code)
}
