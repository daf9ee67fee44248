import { Failure, issue, type Check } from '../../validation/python/pydantic/Failure.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'
import { pageOf, queryOf, type Page } from './parameters.ts'

/** Reads what a list is filtered by from the query of a URL, and collects what is wrong with it. */
export class Filters {
  readonly #url: string
  readonly #issues: Issue[] = []

  constructor(url: string) {
    this.#url = url
  }

  /** Returns every value of a parameter that can be repeated; undefined if there is none. */
  many<Output>(name: string, check: Check<Output>): Output[] | undefined {
    const values = new URLSearchParams(/\?([^#]*)/.exec(this.#url)?.[1]).getAll(name)
    if (values.length === 0) return undefined
    return values.flatMap((value, index) => this.#read(check(value), name, index))
  }

  /** Returns the last value of a parameter; undefined if there is none. */
  one<Output>(name: string, check: Check<Output>): Output | undefined {
    const value = queryOf(this.#url).get(name)
    return value === undefined ? undefined : this.#read(check(value), name)[0]
  }

  /** @throws ValidationError if anything that was read is wrong. */
  check(): void {
    if (this.#issues.length > 0) throw new ValidationError(this.#issues)
  }

  /** Returns the page that is asked for. @throws ValidationError if it, or anything that was read, is wrong. */
  page(): Page {
    return pageOf(queryOf(this.#url), this.#issues)
  }

  #read<Output>(result: Output | Failure, ...path: Array<string | number>): Output[] {
    if (!(result instanceof Failure)) return [result]
    this.#issues.push(issue(['query', ...path], result))
    return []
  }
}

/** Tells whether a value is among those that are asked for. Undefined asks for any. */
export const isAmong = <Value>(value: Value, wanted: readonly Value[] | undefined): boolean =>
  wanted === undefined || wanted.includes(value)
