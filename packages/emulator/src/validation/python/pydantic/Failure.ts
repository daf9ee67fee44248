import type { Value } from '../json/Value.ts'
import type { Issue } from './ValidationError.ts'

/** The reason why a value was refused, in pydantic's words. `input` may be a part of the value. */
export class Failure {
  readonly type: string
  readonly msg: string
  readonly input: Value
  readonly ctx: Record<string, unknown> | undefined

  constructor(type: string, msg: string, input: Value, ctx?: Record<string, unknown>) {
    this.type = type
    this.msg = msg
    this.input = input
    this.ctx = ctx
  }
}

/** Returns the failure for a broken rule of Polar, in the form in which pydantic reports a ValueError. */
export const valueError = (message: string, input: Value) =>
  new Failure('value_error', `Value error, ${message}`, input, { error: {} })

/** A check that returns the value in the field's type, or the reason why the value is refused. */
export type Check<Output> = (input: Value) => Output | Failure

/** Several problems with one field, each with its place inside the field. */
export class Failures {
  readonly failures: ReadonlyArray<{ path: ReadonlyArray<string | number>; failure: Failure }>

  constructor(failures: Failures['failures']) {
    this.failures = failures
  }

  at(loc: Issue['loc']): Issue[] {
    return this.failures.map(({ path, failure }) => issue([...loc, ...path], failure))
  }
}

/** A check that may find several problems. */
export type DeepCheck<Output> = (input: Value) => Output | Failure | Failures

/** Returns a failure as the API reports it, at its place in the request. */
export function issue(loc: Issue['loc'], { type, msg, input, ctx }: Failure): Issue {
  return { type, loc, msg, input, ...(ctx && { ctx }) }
}
