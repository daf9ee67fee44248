import { compare, median } from '../measure.ts'
import { answerWith, roster, seat } from './answers.ts'
import { assign, list, type Subject } from './subjects.ts'

export type Speed = { call: string } & Record<Subject, string>

/** The median time that ours may take, as a multiple of plain fetch. `pnpm bench` fails above it. */
const maxRatios: Record<string, number> = { 'list 1 seat': 2.3, 'list 1,000 seats': 1.15 }

/** Measures the milliseconds of a call, and the ratio to plain fetch. Throws if ours is slower than promised. */
export async function measureSpeed(): Promise<Speed[]> {
  const real = globalThis.fetch
  try {
    return [
      await row('list 1 seat', roster(1), list, 100),
      await row('list 100 seats', roster(100), list, 10),
      await row('list 1,000 seats', roster(1000), list, 1),
      await row('assign', seat(1), assign, 100),
    ]
  } finally {
    globalThis.fetch = real
  }
}

const rounds = 200

/** Takes `calls` calls in a row as one sample, because a single call is too short to measure. */
async function row(
  call: string,
  answer: object,
  subjects: Record<Subject, () => Promise<unknown>>,
  calls: number,
): Promise<Speed> {
  answerWith(answer)
  const repeated = (subject: Subject) => async () => {
    for (let n = 0; n < calls; n++) await subjects[subject]()
  }
  const times = await compare(
    {
      'plain fetch': repeated('plain fetch'),
      'sdk 1.x': repeated('sdk 1.x'),
      'sdk 0.46': repeated('sdk 0.46'),
      ours: repeated('ours'),
    },
    rounds,
  )
  const plain = median(times['plain fetch'])
  const ratioOf = (subject: Subject) => median(times[subject]) / plain
  const show = (subject: Subject) =>
    `${(median(times[subject]) / calls).toFixed(4)} ms, ${ratioOf(subject).toFixed(2)}×`
  if (ratioOf('ours') > (maxRatios[call] ?? Infinity)) {
    throw new Error(`${call}: ours takes ${ratioOf('ours').toFixed(2)}× plain fetch, not ≤ ${maxRatios[call]}×`)
  }
  return {
    call,
    'plain fetch': show('plain fetch'),
    'sdk 1.x': show('sdk 1.x'),
    'sdk 0.46': show('sdk 0.46'),
    ours: show('ours'),
  }
}
