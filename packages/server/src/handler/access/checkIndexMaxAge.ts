import { SeatsError } from '@seats/core'

/** @throws SeatsError `ConfigurationError` if the option is not a number of seconds. */
export function checkIndexMaxAge(seconds = 60): number {
  if (typeof seconds === 'number' && seconds >= 0) return seconds
  const detail = `indexMaxAge is ${String(seconds)}. Give a number of seconds, or 0 to list the roster before each change.`
  throw new SeatsError({ code: 'ConfigurationError', detail })
}
