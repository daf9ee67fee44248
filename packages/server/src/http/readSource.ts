import type { SeatSource } from '@seats/core'
import { parseUuid } from '../internal/parseUuid.ts'
import { invalid, invalidUuid } from './refusals.ts'

const kinds = ['subscription_id', 'order_id'] as const

type Kind = (typeof kinds)[number]

/** The one source that a query or a body names, its id in the one spelling. Null where it names none. */
export function readSource(where: 'query' | 'body', given: [key: string, value: unknown][]): SeatSource | null {
  const [first, another] = given.filter(([, value]) => value !== undefined && value !== null)
  if (first === undefined) return null
  if (another !== undefined) throw invalid([where], 'Exactly one of subscription_id or order_id must be provided')
  const [key, value] = first
  const id = parseUuid(value)
  if (id === undefined) throw invalidUuid([where, key])
  return key === 'order_id' ? { order_id: id } : { subscription_id: id }
}

/** Returns the parameters of a query that name a source, in their order: one given twice counts twice. */
export const sourceParams = (query: URLSearchParams): [kind: Kind, id: string][] =>
  [...query].flatMap(([key, id]) => {
    const kind = kinds.find((kind) => kind === key)
    return kind === undefined ? [] : [[kind, id]]
  })

export const sourceFields = (body: Record<string, unknown>): [string, unknown][] => kinds.map((key) => [key, body[key]])
