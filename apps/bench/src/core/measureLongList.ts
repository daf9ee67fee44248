import { collectGarbage } from '../figures/collectGarbage.ts'
import { compare } from '../figures/compare.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { startProcess } from '../startProcess.ts'
import { sourceOf } from './answers.ts'
import { createSubjects } from './subjects.ts'

const seatCount = 10_000
const rounds = 25

/** Compares a list of 10,000 seats over HTTP with plain fetch and with the newer official SDK. */
export async function measureLongList(): Promise<Figure[]> {
  const server = await startProcess<{ url: string }>(new URL('answersProcess.ts', import.meta.url))
  try {
    const { 'plain fetch': plain, 'sdk 1.x': sdk, ours } = createSubjects(server.ready.url).list(sourceOf(seatCount))
    const times = await compare({ plain, sdk, ours }, rounds, { beforeRun: collectGarbage })
    const conditions = 'over HTTP on loopback'
    const call = 'list of 10,000 seats'
    return [
      ratio(
        `${call}, compared with plain fetch`,
        { ours: times.ours, other: times.plain },
        { conditions, bound: { atMost: 1.15 }, whyBehind: 'Ours checks each seat.' },
      ),
      ratio(
        `${call}, compared with SDK 1.x`,
        { ours: times.ours, other: times.sdk },
        { conditions, whyBehind: 'Ours checks each seat.' },
      ),
    ]
  } finally {
    await server.stop()
  }
}
