import { misconfigured } from '../../internal/misconfigured.ts'

/**
 * Returns the option, or its default.
 *
 * @throws SeatsError `ConfigurationError` if the option is not a number of at least 0.
 */
export function checkIndexMaxAge(seconds = 60): number {
  if (typeof seconds === 'number' && seconds >= 0) return seconds
  throw misconfigured(
    `indexMaxAge is ${String(seconds)}. Give a number of seconds, or 0 to list the roster before each change.`,
  )
}
