import { misconfigured } from './misconfigured.ts'

/**
 * Throws a `ConfigurationError` unless `value` is a number of `least` or more. Accepts `undefined`, for the default,
 * and `Infinity`. A value of another type is not repeated in the error, because it could be a token.
 */
export function checkNumber(name: string, value: unknown, least: number, unit: string): void {
  if (value === undefined || (typeof value === 'number' && value >= least)) return
  const given = typeof value === 'number' ? value : `of type ${value === null ? 'null' : typeof value}`
  throw misconfigured(`\`${name}\` is ${given}. Give a number of ${unit}, ${least} or more.`)
}
