import { checkNumber } from '../../internal/input/checkNumber.ts'
import { misconfigured } from '../../internal/input/misconfigured.ts'

/** The workflow options that are checked. Not every workflow has all of them. */
interface CheckedOptions {
  concurrency?: number | undefined
  ratePerMinute?: number | undefined
  maxWait?: number | undefined
  now?: (() => number) | undefined
}

/** @throws SeatsError `ConfigurationError` for an invalid option. */
export function checkWorkflowOptions({ concurrency, ratePerMinute, maxWait, now }: CheckedOptions): void {
  checkNumber('concurrency', concurrency, 1, 'calls at once')
  checkNumber('ratePerMinute', ratePerMinute, 1, 'calls a minute')
  checkNumber('maxWait', maxWait, 0, 'milliseconds')
  if (now === undefined || typeof now === 'function') return
  throw misconfigured('`now` is not a function. Give `() => milliseconds`.')
}
