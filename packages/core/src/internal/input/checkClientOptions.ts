import type { SeatsClientOptions } from '../../options/SeatsClientOptions.ts'
import { checkCallOptions } from './checkCallOptions.ts'
import { checkNumber } from './checkNumber.ts'
import { isObject } from '../runtime/is.ts'
import { misconfigured } from './misconfigured.ts'

/** For each option that is a text: the pattern that it must match, and the words for the error. */
const texts = {
  environment: [/^(production|sandbox)$/, "'production' or 'sandbox'"],
  baseURL: [/./, 'a URL or a path'],
  polarVersion: [/^[\x21-\x7e]+$/, "a version such as '2026-10'"],
  scope: [/^/, "a text, such as the signed-in user's id"],
  credentials: [/^(omit|same-origin|include)$/, "'omit', 'same-origin' or 'include'"],
} as const

/** @throws SeatsError `ConfigurationError` for an invalid option. Does not check tokens, nor the form of `baseURL`. */
export function checkClientOptions(options: SeatsClientOptions): void {
  if (!isObject(options)) throw misconfigured('Give an object of options.')
  for (const [name, [pattern, wanted]] of Object.entries(texts)) {
    const value: unknown = options[name]
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) continue
    throw misconfigured(`\`${name}\` cannot be used as it is. Give ${wanted}.`)
  }
  for (const name of ['fetch', 'now'] as const) {
    if (options[name] === undefined || typeof options[name] === 'function') continue
    throw misconfigured(`\`${name}\` is not a function.`)
  }
  checkCallOptions(options)
  checkNumber('ratePerMinute', options.ratePerMinute, 1, 'calls a minute')
  checkNumber('maxAnswerBytes', options.maxAnswerBytes, 1, 'bytes')
}
