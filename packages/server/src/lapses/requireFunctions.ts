import { SeatsError } from '@seats/core'

/**
 * @param name Says what the functions are, for the text of the error.
 * @throws SeatsError `ConfigurationError` if a caller without types leaves out one of these functions.
 */
export function requireFunctions(name: string, value: unknown, functions: readonly string[]): void {
  const given = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const missing = functions.filter((each) => typeof given[each] !== 'function')
  if (missing.length === 0) return
  throw new SeatsError({ code: 'ConfigurationError', detail: `${name} must have the function ${missing.join(', ')}.` })
}
