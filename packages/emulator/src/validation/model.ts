import { Failure, valueError, type Check } from './Failure.ts'
import type { Issue } from './ValidationError.ts'
import type { Value } from './Value.ts'

interface Field<Output> {
  check: Check<Output>
  /** What a field that is not there is; without it the field is required. */
  default?: Output
}

type Fields<Output> = { [Name in keyof Output]: Field<Output[Name]> }

/** A rule over the whole body: a sentence when it is broken. */
export type Rule<Output> = (output: Output) => string | undefined

export type Validated<Output> = { output: Output } | { issues: Issue[] }

/** Checks a body field by field, and by its rules once every field is right. */
export function model<Output extends object>(fields: Fields<Output>, rules: ReadonlyArray<Rule<Output>> = []) {
  return (input: Value, loc: Issue['loc']): Validated<Output> => {
    if (!(input instanceof Map)) return { issues: [issue(loc, notADictionary(input))] }
    const output: Partial<Output> = {}
    const issues: Issue[] = []
    for (const name in fields) {
      const result = checkField(fields[name], input, name)
      if (result instanceof Failure) issues.push(issue([...loc, name], result))
      else output[name] = result
    }
    if (issues.length > 0) return { issues }
    const complete = output as Output
    for (const rule of rules) {
      const broken = rule(complete)
      if (broken !== undefined) return { issues: [issue(loc, valueError(broken, input))] }
    }
    return { output: complete }
  }
}

function checkField<Output>(field: Field<Output>, input: Map<string, Value>, name: string): Output | Failure {
  const value = input.get(name)
  if (value === undefined) {
    return 'default' in field ? (field.default as Output) : new Failure('missing', 'Field required', input)
  }
  const result = field.check(value)
  if (result instanceof Failure || !hasNul(value)) return result
  return valueError('This value contains invalid characters', value)
}

function hasNul(value: Value): boolean {
  if (typeof value === 'string') return value.includes('\0')
  if (value instanceof Map) return [...value].some(([key, item]) => hasNul(key) || hasNul(item))
  return Array.isArray(value) && value.some(hasNul)
}

const notADictionary = (input: Value) =>
  new Failure('model_attributes_type', 'Input should be a valid dictionary or object to extract fields from', input)

export function issue(loc: Issue['loc'], { type, msg, input, ctx }: Failure): Issue {
  return { type, loc, msg, input, ...(ctx && { ctx }) }
}
