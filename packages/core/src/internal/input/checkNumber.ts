import { misconfigured } from './misconfigured.ts'

/**
 * Accepts a number of `minimum` or more, `Infinity`, and `undefined` for the default. The error does not show a value
 * of another type, because that value could be a token.
 *
 * @throws SeatsError `ConfigurationError` for any other value.
 */
export function checkNumber(name: string, value: unknown, minimum: number, unit: string): void {
  if (value === undefined || (typeof value === 'number' && value >= minimum)) return
  const description = typeof value === 'number' ? value : `of type ${value === null ? 'null' : typeof value}`
  throw misconfigured(`\`${name}\` is ${description}. Give a number of ${unit}, ${minimum} or more.`)
}
