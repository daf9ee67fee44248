import { planSeats, preflightSeats, type SeatsList } from '@seats/core'
import { collectGarbage } from '../figures/collectGarbage.ts'
import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { roster } from './answers.ts'

const size = 10_000

/** Compares `preflightSeats` and `planSeats` for 10,000 people with `JSON.parse` of a roster of 10,000 seats. */
export async function measureManyPeople(): Promise<Figure[]> {
  const text = JSON.stringify(roster(size))
  // The object that `roster` returns has the fields of a `SeatsList`.
  const list = JSON.parse(text) as SeatsList
  // Half of the people have a seat. An address that is not in ASCII needs the URL parser, which is slower.
  const seatedHalf = Array.from({ length: size / 2 }, (_, index) => ({ email: `Person${index}@Example.com` }))
  const people = {
    ascii: [...seatedHalf, ...seatedHalf.map((_, index) => ({ email: `new${index}@example.com` }))],
    international: [...seatedHalf, ...seatedHalf.map((_, index) => ({ email: `new${index}@münchen.example` }))],
  }
  const planOptions = { now: 0, maxRevokes: Infinity }
  const { parse, ...ours } = await compare(
    {
      parse: async () => JSON.parse(text),
      preflightSeats: async () => preflightSeats(list, people.ascii),
      'preflightSeats, half of the domains international': async () => preflightSeats(list, people.international),
      planSeats: async () => planSeats(list, people.ascii, planOptions),
      'planSeats, half of the domains international': async () => planSeats(list, people.international, planOptions),
    },
    20,
    { beforeRun: collectGarbage, now: cpuTime },
  )
  const details = { conditions: '10,000 people, 10,000 seats, CPU time', bound: { atMost: 3 } }
  return Object.entries(ours).map(([name, samples]) =>
    ratio(`${name}, compared with JSON.parse of the roster`, { ours: samples, other: parse }, details),
  )
}
