import type { SeatsClientOptions } from '../../options/SeatsClientOptions.ts'
import { checkCallOptions } from './checkCallOptions.ts'
import { checkNumber } from './checkNumber.ts'
import { isObject } from '../runtime/is.ts'
import { misconfigured } from './misconfigured.ts'

/** For each option that is a string: the pattern that it must match, and the words for the error. */
const textOptions = {
  environment: [/^(production|sandbox)$/, "'production' or 'sandbox'"],
  baseURL: [{ test: isBaseURL }, 'a URL or a path, without a query'],
  polarVersion: [/^[\x21-\x7e]+$/, "a version such as '2026-10'"],
  scope: [/^/, 'a string'],
  credentials: [/^(omit|same-origin|include)$/, "'omit', 'same-origin' or 'include'"],
} as const

/** @throws SeatsError `ConfigurationError` for an invalid option. Does not check tokens. */
export function checkClientOptions(options: SeatsClientOptions): void {
  if (!isObject(options)) throw misconfigured('Give options.')
  for (const [name, [pattern, expected]] of Object.entries(textOptions)) {
    const value: unknown = options[name]
    if (value === undefined || (typeof value === 'string' && pattern.test(value))) continue
    throw misconfigured(`\`${name}\` is not valid. Give ${expected}.`)
  }
  for (const name of ['fetch', 'now', 'budget'] as const) {
    const type = name === 'budget' ? 'object' : 'function'
    if (options[name] === undefined || typeof options[name] === type) continue
    throw misconfigured(`\`${name}\` is not a ${type}.`)
  }
  checkCallOptions(options)
  checkNumber('ratePerMinute', options.ratePerMinute, 1, 'calls a minute')
  checkNumber('maxAnswerBytes', options.maxAnswerBytes, 1, 'bytes')
}

/**
 * Returns whether the text is a whole URL or a path, in both cases without a query. Refuses a path that begins with two
 * slashes, or with a slash and a backslash, because a browser would read the path as the address of another host.
 */
function isBaseURL(text: string): boolean {
  if (/^\/(?![/\\])[^?#]*$/.test(text)) return true
  try {
    const { href, origin, pathname } = new URL(text)
    return /^https?:\/\//i.test(text) && href === origin + pathname
  } catch {
    return false
  }
}
