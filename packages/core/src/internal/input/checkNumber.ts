import { misconfigured } from './misconfigured.ts'

/**
 * Accepts a number of `least` or more, `Infinity`, and `undefined` for the default. The error does not show a value of
 * another type, because it could be a token.
 *
 * @throws SeatsError `ConfigurationError` for any other value.
 */
export function checkNumber(name: string, value: unknown, least: number, unit: string): void {
  if (value === undefined || (typeof value === 'number' && value >= least)) return
  const given = typeof value === 'number' ? value : `of type ${value === null ? 'null' : typeof value}`
  throw misconfigured(`\`${name}\` is ${given}. Give a number of ${unit}, ${least} or more.`)
}
