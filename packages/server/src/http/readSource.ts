import type { SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import { invalid, invalidUuid, type Refusal } from './refusals.ts'

const sourceFields = ['subscription_id', 'order_id'] as const

type SourceField = (typeof sourceFields)[number]

/**
 * Reads the source in a query. Returns null if the query names no source.
 *
 * @throws Refusal with status 422 if the id is not a UUID, or if the query names more than one source.
 */
export const readQuerySource = (query: URLSearchParams): SeatSource | null =>
  readSource('query', readSourceParams(query))

/**
 * Reads the source in a JSON body. Returns null if the body names no source.
 *
 * @throws Refusal with status 422 if the id is not a UUID, or if the body names more than one source.
 */
export const readBodySource = (body: Record<string, unknown>): SeatSource | null =>
  readSource(
    'body',
    sourceFields.map((field) => [field, body[field]]),
  )

/** Lists the parameters of a query that name a source, in their order. A parameter that is repeated is listed twice. */
export const readSourceParams = (query: URLSearchParams): [field: SourceField, id: string][] =>
  [...query].flatMap(([key, id]) => {
    const field = sourceFields.find((field) => field === key)
    return field === undefined ? [] : [[field, id]]
  })

/**
 * Returns the source.
 *
 * @throws Refusal with status 422 if it is null.
 */
export function requireSource(source: SeatSource | null, location: 'query' | 'body'): SeatSource {
  if (source === null) throw sourceMissing(location)
  return source
}

export const sourceMissing = (location: 'query' | 'body'): Refusal =>
  invalid('one_source', [location], 'Either subscription_id or order_id must be provided')

function readSource(location: 'query' | 'body', fields: [field: SourceField, value: unknown][]): SeatSource | null {
  const [first, second] = fields.filter(([, value]) => value !== undefined && value !== null)
  if (first === undefined) return null
  if (second !== undefined)
    throw invalid('one_source', [location], 'Exactly one of subscription_id or order_id must be provided')
  const [field, value] = first
  const id = parseUuid(value)
  if (id === undefined) throw invalidUuid([location, field])
  return field === 'order_id' ? { order_id: id } : { subscription_id: id }
}
