import type { Value } from '../json/Value.ts'
import type { Issue } from './ValidationError.ts'

/** Why a value was refused, in the words of pydantic. `input` may be part of what was checked. */
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

/** A rule of ours, as pydantic reports a ValueError. */
export const valueError = (message: string, input: Value) =>
  new Failure('value_error', `Value error, ${message}`, input, { error: {} })

/** Returns the value in the type that the field has, or why it cannot. */
export type Check<Output> = (input: Value) => Output | Failure

/** Several problems with one field, each at a place inside it. */
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

/** A problem at its place in the request, as it is answered. */
export function issue(loc: Issue['loc'], { type, msg, input, ctx }: Failure): Issue {
  return { type, loc, msg, input, ...(ctx && { ctx }) }
}
