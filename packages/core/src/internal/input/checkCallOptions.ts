import type { CallOptions } from '../../options/CallOptions.ts'
import { checkNumber } from './checkNumber.ts'
import { isObject } from '../runtime/is.ts'
import { misconfigured } from './misconfigured.ts'

/** @throws SeatsError `ConfigurationError` for an invalid `timeout` or `retry`. */
export function checkCallOptions({ timeout, retry }: Pick<CallOptions, 'timeout' | 'retry'>): void {
  checkNumber('timeout', timeout, 0, 'milliseconds')
  if (retry === undefined || retry === false) return
  if (!isObject(retry)) throw misconfigured('`retry` is not valid. Give `{ attempts: 3 }` or false.')
  checkNumber('retry.attempts', retry.attempts, 1, 'tries in all')
  for (const name of ['minDelay', 'maxDelay', 'giveUpAfter'] as const) {
    checkNumber(`retry.${name}`, retry[name], 0, 'milliseconds')
  }
}
