import { de, deInformal, en, es, fr, ja, type Messages } from '@seats/core/messages'

/** Every catalogue, by its name. */
export const catalogues: [name: string, catalogue: Messages][] = [
  ['en', en],
  ['de', de],
  ['deInformal', deInformal],
  ['fr', fr],
  ['es', es],
  ['ja', ja],
]

const now = Date.parse('2026-12-24T10:00:00Z')

/** Returns a value for each name that the function of an entry can take. */
const values = (count: number) => ({
  count,
  used: count,
  total: count,
  done: count,
  from: count,
  to: count,
  assigned: count,
  minimum: count,
  maximum: count,
  limit: count,
  cells: count,
  columns: count,
  intervals: count,
  interval: 'month',
  seconds: count,
  ms: count * 60_000,
  at: '2026-12-23T09:00:00Z',
  now,
  amount: count * 100,
  currency: 'eur',
  who: 'Ada',
  why: 'Because.',
  problem: 'A problem.',
  action: 'Ada',
  organization: 'Acme',
  product: 'Lumen',
  email: 'ada@example.com',
  role: 'member',
  text: 'Grace',
  names: ['first', 'column-2'],
})

/** Returns each sentence of a catalogue for a count, with its path. */
export function sentencesForCount(catalogue: object, count: number, path = ''): [path: string, sentence: unknown][] {
  return Object.entries(catalogue).flatMap(([key, entry]: [string, unknown]) => {
    if (path === '' && ['locale', 'timeZone', 'terms'].includes(key)) return []
    const name = path === '' ? key : `${path}.${key}`
    if (typeof entry === 'function') return [[name, (entry as (named: object) => unknown)(values(count))]]
    return typeof entry === 'object' && entry !== null ? sentencesForCount(entry, count, name) : [[name, entry]]
  })
}
