import { oneOf } from '../../validation/python/pydantic/choices.ts'
import { Failure, issue, type Check } from '../../validation/python/pydantic/Failure.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'
import { pageOf, queryOf, type Page } from './parameters.ts'
import type { Sorting } from './sorted.ts'

/** Reads the filters of a list from the query of a URL, and collects every problem with them. */
export class Filters {
  readonly #url: string
  readonly #issues: Issue[] = []

  constructor(url: string) {
    this.#url = url
  }

  /**
   * Returns the criteria that the list is sorted by. Call this before the other methods, because Polar reports the
   * problems of the sorting first.
   */
  sorting<Name extends string>(
    names: readonly Name[],
    defaultSorting: ReadonlyArray<Sorting<Name>>,
  ): Array<Sorting<Name>> {
    const checkCriterion = oneOf(...names.flatMap((name) => [name, `-${name}` as const]))
    const criteria = this.#valuesOf('sorting')
    if (!criteria) return [...defaultSorting]
    const sortings = criteria.flatMap((text, index) => this.#valueOrIssue(checkCriterion(text), 'sorting', index))
    return sortings.map((text) => {
      const isDescending = text.startsWith('-')
      return { by: (isDescending ? text.slice(1) : text) as Name, isDescending }
    })
  }

  /** Returns the wanted values for each key of the metadata, `?metadata[key]=value`. */
  metadata(): Map<string, string[]> {
    const metadata = new Map<string, string[]>()
    for (const [name, value] of this.#parameters()) {
      const key = /^metadata\[([^\]]+)\]/.exec(name)?.[1]
      if (key !== undefined) metadata.set(key, [...(metadata.get(key) ?? []), value])
    }
    return metadata
  }

  /**
   * Returns every value of a parameter that can be repeated, or undefined if the parameter is missing. `type` is
   * pydantic's name for the type of a value. Polar accepts one value or a list. If a value is wrong, pydantic reports it
   * twice: the list is not one value of this type, and this item is wrong.
   */
  readAll<Output>(name: string, check: Check<Output>, type = 'uuid'): Output[] | undefined {
    const values = this.#valuesOf(name)
    if (values === undefined) return undefined
    const results = values.map(check)
    if (results.some((result) => result instanceof Failure)) this.#valueOrIssue(check(values), name, type)
    const listType = `json-or-python[json=list[${type}],python=chain[is-instance[Sequence],function-wrap[sequence_validator()]]]`
    return results.flatMap((result, index) => this.#valueOrIssue(result, name, listType, index))
  }

  /** Returns the last value of a parameter, or undefined if the parameter is missing. */
  readLast<Output>(name: string, check: Check<Output>): Output | undefined {
    const value = queryOf(this.#url).get(name)
    return value === undefined ? undefined : this.#valueOrIssue(check(value), name)[0]
  }

  /** @throws ValidationError if anything that was read is wrong. */
  check(): void {
    if (this.#issues.length > 0) throw new ValidationError(this.#issues)
  }

  /** Returns the page that the query asks for. @throws ValidationError if the page or any filter is wrong. */
  page(): Page {
    return pageOf(queryOf(this.#url), this.#issues)
  }

  #parameters(): URLSearchParams {
    return new URLSearchParams(/\?([^#]*)/.exec(this.#url)?.[1])
  }

  #valuesOf(name: string): string[] | undefined {
    const values = this.#parameters().getAll(name)
    return values.length === 0 ? undefined : values
  }

  #valueOrIssue<Output>(result: Output | Failure, ...path: Array<string | number>): Output[] {
    if (!(result instanceof Failure)) return [result]
    this.#issues.push(issue(['query', ...path], result))
    return []
  }
}

/** Returns whether a value is allowed. If `allowedValues` is undefined, every value is allowed. */
export const isAmong = <Value>(value: Value, allowedValues: readonly Value[] | undefined): boolean =>
  allowedValues === undefined || allowedValues.includes(value)
