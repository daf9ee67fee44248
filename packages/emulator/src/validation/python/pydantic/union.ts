import type { BodyCheck } from './model.ts'

type Variants<Output> = ReadonlyArray<readonly [name: string, check: BodyCheck<Output>]>

/**
 * Returns a check of a body that must have one of several shapes. If the body has none of these shapes, the problems of
 * every shape are reported under the shape's name.
 */
export function union<Output>(variants: Variants<Output>): BodyCheck<Output> {
  return (input, loc) => {
    const results = variants.map(([name, check]) => check(input, [...loc, name]))
    const fitting = results.find((result) => 'output' in result)
    return fitting ?? { issues: results.flatMap((result) => ('issues' in result ? result.issues : [])) }
  }
}
