import { planSeats, preflightSeats, type SeatsList } from '@seats/core'
import { compare, median } from '../measure.ts'
import { roster } from './answers.ts'

export type ManyPeople = { function: string } & Record<'JSON.parse of the roster' | 'time' | 'ratio', string>

const size = 10_000
/** How many times `JSON.parse` of the roster the work may take. */
const maxRatio = 3

/** Times 10,000 people against a roster of 10,000 seats. Throws if it takes more than three times as long as parsing it. */
export async function manyPeople(): Promise<ManyPeople[]> {
  const text = JSON.stringify(roster(size))
  // As `roster` makes it.
  const list = JSON.parse(text) as SeatsList
  // Half of them are seated, and each spelling of an address that is not in ASCII goes through the URL parser.
  const half = Array.from({ length: size / 2 }, (_, index) => ({ email: `Person${index}@Example.com` }))
  const people = {
    ascii: [...half, ...half.map((_, index) => ({ email: `new${index}@example.com` }))],
    international: [...half, ...half.map((_, index) => ({ email: `new${index}@münchen.example` }))],
  }
  const plan = { now: 0, maxRevokes: Infinity }
  const times = await compare(
    {
      parse: async () => JSON.parse(text),
      preflightSeats: async () => preflightSeats(list, people.ascii),
      'preflightSeats, half of the domains international': async () => preflightSeats(list, people.international),
      planSeats: async () => planSeats(list, people.ascii, plan),
      'planSeats, half of the domains international': async () => planSeats(list, people.international, plan),
    },
    20,
  )
  const { parse, ...ours } = times
  return Object.entries(ours).map(([name, samples]) => {
    const ratio = median(samples) / median(parse)
    if (ratio > maxRatio) throw new Error(`${name}: takes ${ratio.toFixed(2)}× JSON.parse, not ≤ ${maxRatio}×`)
    return {
      function: name,
      'JSON.parse of the roster': `${median(parse).toFixed(1)} ms`,
      time: `${median(samples).toFixed(1)} ms`,
      ratio: `${ratio.toFixed(2)}×`,
    }
  })
}
