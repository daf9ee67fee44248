import { SeatsError, type SeatSource } from '@seats/core'
import { normalizeSource } from '../contract/normalizeSource.ts'
import { sourceKey } from '../contract/sourceKey.ts'
import { isObject } from '../internal/isObject.ts'

/**
 * Returns the source in its standard spelling.
 *
 * @throws SeatsError `RequestValidationError` if the value is not a source, because code without types may pass any
 * value.
 */
export function parseSource(source: SeatSource): SeatSource {
  if (isObject(source) && sourceKey(source as SeatSource) !== undefined) return normalizeSource(source)
  throw new SeatsError({
    code: 'RequestValidationError',
    detail: 'This is not a source. Give { subscription_id } or { order_id }, with the UUID that Polar gives.',
  })
}
