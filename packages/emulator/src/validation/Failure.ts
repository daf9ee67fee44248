import type { Value } from './python/Value.ts'

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
