import type { SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import { invalid } from './refusals.ts'

const kinds = ['subscription_id', 'order_id'] as const

/** The one source that a query or a body names, its id in the one spelling. Null where it names none. */
export function readSource(where: 'query' | 'body', given: [key: string, value: unknown][]): SeatSource | null {
  const [first, another] = given.filter(([, value]) => value !== undefined && value !== null)
  if (first === undefined) return null
  if (another !== undefined) throw invalid([where], 'Exactly one of subscription_id or order_id must be provided')
  const [key, value] = first
  const id = parseUuid(value)
  if (id === undefined) throw invalid([where, key], 'Input should be a valid UUID', 'uuid_parsing')
  return key === 'order_id' ? { order_id: id } : { subscription_id: id }
}

/** All that a query says about sources: a parameter given twice is two. */
export const sourceParams = (query: URLSearchParams): [string, unknown][] =>
  kinds.flatMap((key) => query.getAll(key).map((value): [string, unknown] => [key, value]))

export const sourceFields = (body: Record<string, unknown>): [string, unknown][] => kinds.map((key) => [key, body[key]])

/** As its type says it is: without types, the id that it is not may be null. */
export const plainSource = (source: SeatSource): SeatSource =>
  typeof source.subscription_id === 'string'
    ? { subscription_id: source.subscription_id }
    : { order_id: source.order_id ?? '' }

/** The same for every spelling of one source; undefined for an id that is none. */
export function sourceKey(source: SeatSource): string | undefined {
  const id = parseUuid(source.subscription_id ?? source.order_id)
  return id === undefined ? undefined : `${source.subscription_id === undefined ? 'order' : 'subscription'}:${id}`
}
