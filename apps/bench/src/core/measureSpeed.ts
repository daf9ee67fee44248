import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { startProcess } from '../startProcess.ts'
import { sourceOf, withoutNetwork } from './answers.ts'
import { createSubjects, type Subjects } from './subjects.ts'

interface Setting {
  conditions: string
  /** The number of samples. CPU time needs fewer, because it varies less. */
  rounds: number
  /** The number of calls in one sample. A single call is too short to measure. */
  calls: { one: number; thousand: number; assign: number }
  atMost: { one: number; thousand: number; assign?: number }
  now?: () => number
}

/** The reasons for the difference from plain fetch and from SDK 1.x. */
const whyBehind = {
  fetch: 'Ours has a limit of time and of bytes, follows no redirect, and checks the input and the answer.',
  sdk: 'Ours reads the answer up to a limit of bytes, and checks the input and the whole answer. The SDK checks neither.',
}

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

/** Compares a list and an assign with plain fetch and with the official SDKs. */
export async function measureSpeed(): Promise<Figure[]> {
  const figures = await withoutNetwork(() => compareCalls('https://api.polar.sh', inProcess))
  const server = await startProcess<{ url: string }>(new URL('answersProcess.ts', import.meta.url))
  try {
    return [...figures, ...(await compareCalls(server.ready.url, overHttp))]
  } finally {
    await server.stop()
  }
}

async function compareCalls(baseURL: string, { conditions, rounds, calls, atMost, now }: Setting): Promise<Figure[]> {
  const { list, assign } = createSubjects(baseURL)
  const measure = async (call: string, subjects: Subjects, per: number, maxRatio: number | undefined) => {
    const repeat = (run: () => Promise<unknown>) => async () => {
      for (let count = 0; count < per; count++) await run()
    }
    const repeated = Object.entries(subjects).map(([name, run]) => [name, repeat(run)])
    const {
      'plain fetch': plain,
      'sdk 1.x': newer,
      'sdk 0.46': older,
      ours,
    } = await compare(Object.fromEntries(repeated) as Subjects, rounds, now && { now })
    const bound = maxRatio === undefined ? undefined : { atMost: maxRatio }
    return [
      ratio(
        `${call}, compared with plain fetch`,
        { ours, other: plain, per },
        { conditions, bound, whyBehind: whyBehind.fetch },
      ),
      ratio(`${call}, compared with SDK 1.x`, { ours, other: newer, per }, { conditions, whyBehind: whyBehind.sdk }),
      ratio(`${call}, compared with SDK 0.46`, { ours, other: older, per }, { conditions }),
    ]
  }
  return [
    ...(await measure('list of 1 seat', list(sourceOf(1)), calls.one, atMost.one)),
    ...(await measure('list of 1,000 seats', list(sourceOf(1000)), calls.thousand, atMost.thousand)),
    ...(await measure('assign', assign, calls.assign, atMost.assign)),
  ]
}
