import { nullable, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { Failure, issue, type Check } from '../../validation/python/pydantic/Failure.ts'
import { positive } from '../../validation/python/pydantic/integer.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'

const optionalUuid4 = nullable(uuid4)

/** One part of a path, with its check. Problems are reported with this `name`. */
export interface PathParameter<Output> {
  name: string
  value: string
  check: Check<Output>
}

/** Returns the checked part of a path. @throws ValidationError if the part is wrong. */
export function pathParameter<Output>({ name, value, check }: PathParameter<Output>): Output {
  const result = check(value)
  if (result instanceof Failure) throw new ValidationError([issue(['path', name], result)])
  return result
}

/** Returns the checked seat id of a path. @throws ValidationError if the id is not a UUID of version 4. */
export const seatIdOf = (segment: string): string => pathParameter({ name: 'seat_id', value: segment, check: uuid4 })

/** Returns a part of the decoded path, counted from 0 below `/v1/`. */
export const segmentOf = (path: string, index: number): string => path.split('/')[index + 2] ?? ''

/** Returns the query of a URL. The last value of a repeated parameter counts. */
export function queryOf(url: string): Map<string, string> {
  return new Map(new URLSearchParams(/\?([^#]*)/.exec(url)?.[1]))
}

export interface Page {
  page: number
  limit: number
}

const maxItemsPerPage = 100

/**
 * Returns the page that a query asks for. The default is the first page, with ten items. A page has at most 100 items.
 * @throws ValidationError if the page or the limit is not a number above 0, or if there are `otherIssues` with other
 * parameters.
 */
export function pageOf(query: Map<string, string>, otherIssues: readonly Issue[] = []): Page {
  const page = positive(query.get('page') ?? 1)
  const limit = positive(query.get('limit') ?? 10)
  const issues = [
    ...(page instanceof Failure ? [issue(['query', 'page'], page)] : []),
    ...(limit instanceof Failure ? [issue(['query', 'limit'], limit)] : []),
    ...otherIssues,
  ]
  if (issues.length > 0) throw new ValidationError(issues)
  return { page: Number(page), limit: Math.min(maxItemsPerPage, Number(limit)) }
}

/**
 * Returns the ids of the subscription and of the order in a query. A missing id is null. The last value of a repeated
 * parameter counts.
 * @throws ValidationError if an id is not a UUID of version 4.
 */
export function sourceIdsOf(url: string): { subscription_id: string | null; order_id: string | null } {
  const query = queryOf(url)
  const subscription = optionalUuid4(query.get('subscription_id') ?? null)
  const order = optionalUuid4(query.get('order_id') ?? null)
  if (subscription instanceof Failure || order instanceof Failure) {
    throw new ValidationError([
      ...(subscription instanceof Failure ? [issue(['query', 'subscription_id'], subscription)] : []),
      ...(order instanceof Failure ? [issue(['query', 'order_id'], order)] : []),
    ])
  }
  return { subscription_id: subscription, order_id: order }
}
