import { checkNumber } from '../../internal/input/checkNumber.ts'
import type { AssignSeatsOptions } from './AssignSeatsOptions.ts'

/** Throws a `ConfigurationError` for an option that cannot mean anything. */
export function checkBulkOptions({
  concurrency,
  ratePerMinute,
  maxWait,
}: Pick<AssignSeatsOptions, 'concurrency' | 'ratePerMinute' | 'maxWait'>): void {
  checkNumber('concurrency', concurrency, 1, 'calls at once')
  checkNumber('ratePerMinute', ratePerMinute, 1, 'calls a minute')
  checkNumber('maxWait', maxWait, 0, 'milliseconds')
}
