import { misconfigured } from '../internal/misconfigured.ts'

/**
 * Checks that an object of the app has these functions.
 *
 * @param name The subject of the error's sentence, such as "The client of a mirror".
 * @throws SeatsError `ConfigurationError` if a function is missing.
 */
export function requireFunctions(name: string, value: unknown, functions: readonly string[]): void {
  const object = (typeof value === 'object' && value !== null ? value : {}) as Record<string, unknown>
  const missing = functions.filter((functionName) => typeof object[functionName] !== 'function')
  if (missing.length === 0) return
  throw misconfigured(`${name} lacks the function ${missing.join(', ')}.`)
}
