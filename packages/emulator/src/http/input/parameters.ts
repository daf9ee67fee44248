import { nullable, uuid4 } from '../../validation/python/pydantic/checks.ts'
import { Failure, issue, type Check } from '../../validation/python/pydantic/Failure.ts'
import { positive } from '../../validation/python/pydantic/integer.ts'
import { ValidationError, type Issue } from '../../validation/python/pydantic/ValidationError.ts'

const optional = nullable(uuid4)

/** A check of one part of a path, which a problem is named by. */
export interface PathParameter<Output> {
  name: string
  value: string
  check: Check<Output>
}

/** @throws ValidationError when a part of the path is not what the route takes. */
export function pathParameter<Output>({ name, value, check }: PathParameter<Output>): Output {
  const result = check(value)
  if (result instanceof Failure) throw new ValidationError([issue(['path', name], result)])
  return result
}

/** @throws ValidationError when the path's seat id is no UUID of version 4. */
export const seatIdOf = (segment: string): string => pathParameter({ name: 'seat_id', value: segment, check: uuid4 })

/** Returns a part of the decoded path, counted from 0 below `/v1/`. */
export const segmentOf = (path: string, index: number): string => path.split('/')[index + 2] ?? ''

/** Returns the query of a URL; of a repeated parameter the last counts. */
export function queryOf(url: string): Map<string, string> {
  return new Map(new URLSearchParams(/\?([^#]*)/.exec(url)?.[1]))
}

export interface Page {
  page: number
  limit: number
}

const longestPage = 100

/**
 * Which part of a list is asked for: the first ten unless told, at most 100 at a time.
 * @throws ValidationError when page or limit are no numbers above 0, or when `others` are not what they should be.
 */
export function pageOf(query: Map<string, string>, others: readonly Issue[] = []): Page {
  const page = positive(query.get('page') ?? 1)
  const limit = positive(query.get('limit') ?? 10)
  const issues = [
    ...(page instanceof Failure ? [issue(['query', 'page'], page)] : []),
    ...(limit instanceof Failure ? [issue(['query', 'limit'], limit)] : []),
    ...others,
  ]
  if (issues.length > 0) throw new ValidationError(issues)
  return { page: Number(page), limit: Math.min(longestPage, Number(limit)) }
}

/**
 * The source that a query names; of a repeated parameter the last counts.
 * @throws ValidationError when one of its ids is no UUID of version 4.
 */
export function sourceIdsOf(url: string): { subscription_id: string | null; order_id: string | null } {
  const query = queryOf(url)
  const subscription = optional(query.get('subscription_id') ?? null)
  const order = optional(query.get('order_id') ?? null)
  if (subscription instanceof Failure || order instanceof Failure) {
    throw new ValidationError([
      ...(subscription instanceof Failure ? [issue(['query', 'subscription_id'], subscription)] : []),
      ...(order instanceof Failure ? [issue(['query', 'order_id'], order)] : []),
    ])
  }
  return { subscription_id: subscription, order_id: order }
}
