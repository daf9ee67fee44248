import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { startProcess } from '../startProcess.ts'
import { sourceOf, withoutNetwork } from './answers.ts'
import { createSubjects, type Subject, type Subjects } from './subjects.ts'

interface Setting {
  conditions: string
  /** The number of samples. CPU time needs fewer, because it varies less. */
  rounds: number
  /** The number of calls in one sample. A single call is too short to measure. */
  calls: { one: number; thousand: number; assign: number }
  atMost: { one: number; thousand: number; assign?: number }
  now?: () => number
}

/** The clients that ours is compared with, and the reason why ours is slower. */
const others: { name: Exclude<Subject, 'ours'>; title: string; whyBehind?: string }[] = [
  {
    name: 'plain fetch',
    title: 'plain fetch',
    whyBehind: 'Ours has a limit of time and of bytes, follows no redirect, and checks the input and the answer.',
  },
  {
    name: 'sdk 1.x',
    title: 'SDK 1.x',
    whyBehind:
      'Ours reads the answer up to a limit of bytes, and checks the input and the whole answer. The SDK checks neither.',
  },
  { name: 'sdk 0.46', title: 'SDK 0.46' },
]

const inProcess: Setting = {
  conditions: 'answered in process, CPU time',
  rounds: 100,
  now: cpuTime,
  calls: { one: 100, thousand: 1, assign: 100 },
  atMost: { one: 2.3, thousand: 1.15 },
}
const overHttp: Setting = {
  conditions: 'over HTTP on loopback',
  rounds: 300,
  calls: { one: 10, thousand: 1, assign: 10 },
  atMost: { one: 1.25, thousand: 1.1, assign: 1.25 },
}

/**
 * Compares a list and an assign with plain fetch and with the official SDKs. Each of them is compared alone, plain fetch
 * first: what other clients do with `fetch` changes how Node optimizes it, by up to 6 %.
 */
export async function measureSpeed(): Promise<Figure[]> {
  const server = await startProcess<{ url: string }>(new URL('answersProcess.ts', import.meta.url))
  const figures: Figure[] = []
  try {
    for (const other of others) {
      figures.push(...(await compareCalls(server.ready.url, overHttp, other)))
      figures.push(...(await withoutNetwork(() => compareCalls('https://api.polar.sh', inProcess, other))))
    }
  } finally {
    await server.stop()
  }
  return figures
}

async function compareCalls(
  baseURL: string,
  { conditions, rounds, calls, atMost, now }: Setting,
  { name, title, whyBehind }: (typeof others)[number],
): Promise<Figure[]> {
  const { list, assign } = createSubjects(baseURL)
  const measure = async (call: string, subjects: Subjects, per: number, maxRatio: number | undefined) => {
    const repeat = (run: () => Promise<unknown>) => async () => {
      for (let count = 0; count < per; count++) await run()
    }
    const pair = { ours: repeat(subjects.ours), other: repeat(subjects[name]) }
    const times = await compare(pair, rounds, now && { now })
    const bound = name === 'plain fetch' && maxRatio !== undefined ? { atMost: maxRatio } : undefined
    return ratio(`${call}, compared with ${title}`, { ...times, per }, { conditions, bound, whyBehind })
  }
  return [
    await measure('list of 1 seat', list(sourceOf(1)), calls.one, atMost.one),
    await measure('list of 1,000 seats', list(sourceOf(1000)), calls.thousand, atMost.thousand),
    await measure('assign', assign, calls.assign, atMost.assign),
  ]
}
