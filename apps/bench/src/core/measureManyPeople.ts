import { planSeats, preflightSeats, type SeatsList } from '@seats/core'
import { compare, median } from '../measure.ts'
import { roster } from './answers.ts'

export type ManyPeople = { function: string } & Record<'JSON.parse of the roster' | 'time' | 'ratio', string>

const size = 10_000
/** The time that the work may take, as a multiple of `JSON.parse` of the roster. */
const maxRatio = 3

/**
 * Measures `preflightSeats` and `planSeats` for 10,000 people and a roster of 10,000 seats. Throws if one takes more than
 * three times as long as parsing the roster.
 */
export async function measureManyPeople(): Promise<ManyPeople[]> {
  const text = JSON.stringify(roster(size))
  // `roster` returns a `SeatsList`.
  const list = JSON.parse(text) as SeatsList
  // Half of the people have a seat. The URL parser reads each address that is not in ASCII, which is slower.
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
