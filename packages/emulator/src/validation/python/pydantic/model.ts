import { Failure, Failures, issue, valueError, type Check, type DeepCheck } from './Failure.ts'
import type { Issue } from './ValidationError.ts'
import type { Value } from '../json/Value.ts'

interface Field<Output> {
  check: Check<Output> | DeepCheck<Output>
  /** Another name that the field may have. */
  alias?: string
  /** The value of a missing field. If there is no default, the field is required. */
  default?: Output
}

type Fields<Output> = { [Name in keyof Output]: Field<Output[Name]> }

/** A rule for the whole body. Returns a message if the body breaks the rule. */
export type Rule<Output> = (output: Output) => string | undefined

export type Validated<Output> = { output: Output } | { issues: Issue[] }

/** Checks a body. Returns the checked values, or every problem of the body. */
export type BodyCheck<Output> = (input: Value, loc: Issue['loc']) => Validated<Output>

/** Checks a body field by field. If all fields are right, checks the rules. Unknown fields are ignored. */
export const model = <Output extends object>(fields: Fields<Output>, rules: ReadonlyArray<Rule<Output>> = []) =>
  bodyCheck(fields, rules, false)

/** Checks a body like `model`, but an unknown field is a problem. */
export const closedModel = <Output extends object>(fields: Fields<Output>) => bodyCheck(fields, [], true)

function bodyCheck<Output extends object>(
  fields: Fields<Output>,
  rules: ReadonlyArray<Rule<Output>>,
  isClosed: boolean,
): BodyCheck<Output> {
  return (input, loc) => {
    if (!(input instanceof Map)) return { issues: [issue(loc, notADictionary(input))] }
    const output: Partial<Output> = {}
    const issues: Issue[] = []
    for (const name in fields) {
      const field = fields[name]
      const usedName = field.alias !== undefined && !input.has(name) && input.has(field.alias) ? field.alias : name
      const result = checkField(field, input, usedName)
      if (result instanceof Failures) issues.push(...result.at([...loc, usedName]))
      else if (result instanceof Failure) issues.push(issue([...loc, usedName], result))
      else output[name] = result
    }
    if (isClosed) {
      for (const [name, value] of input) {
        if (!Object.hasOwn(fields, name)) issues.push(issue([...loc, name], extraForbidden(value)))
      }
    }
    if (issues.length > 0) return { issues }
    const complete = output as Output
    for (const rule of rules) {
      const message = rule(complete)
      if (message !== undefined) return { issues: [issue(loc, valueError(message, input))] }
    }
    return { output: complete }
  }
}

function checkField<Output>(
  field: Field<Output>,
  input: Map<string, Value>,
  name: string,
): Output | Failure | Failures {
  const value = input.get(name)
  if (value !== undefined) return field.check(value)
  return field.default === undefined ? new Failure('missing', 'Field required', input) : field.default
}

const extraForbidden = (input: Value) => new Failure('extra_forbidden', 'Extra inputs are not permitted', input)

const notADictionary = (input: Value) =>
  new Failure('model_attributes_type', 'Input should be a valid dictionary or object to extract fields from', input)

/** Returns the check of a field whose value has the form of a body. */
export const nested =
  <Output>(check: BodyCheck<Output>): DeepCheck<Output> =>
  (input) => {
    const result = check(input, [])
    if ('output' in result) return result.output
    return new Failures(
      result.issues.map(({ loc, type, msg, input: part, ctx }) => ({
        path: loc,
        failure: new Failure(type, msg, part, ctx),
      })),
    )
  }
