import { createSeatsClient } from '@seats/core'
import { compare, median } from '../measure.ts'
import { startProcess } from './startProcess.ts'

interface EmulatorProcess {
  url: string
  refs: Record<string, string>
}

export interface Overhead {
  'Polar answers after': string
  call: string
  'directly, ms': string
  'through @seats/server, ms': string
  'added, ms': string
  ratio: string
}

/** What the guard adds to a call, three processes over HTTP; Polar as near as loopback, and as far as a data centre. */
export async function overhead(): Promise<Overhead[]> {
  return [...(await overheadAt(0)), ...(await overheadAt(60))]
}

async function overheadAt(latency: number): Promise<Overhead[]> {
  const polar = await startProcess<EmulatorProcess>('emulatorProcess.ts', String(latency))
  const ids = ['one', 'thousand', 'room'].map((ref) => polar.ready.refs[`acme/${ref}`] ?? '')
  const app = await startProcess<{ url: string }>('appProcess.ts', polar.ready.url, ids.join())
  const origin = app.ready.url
  const sameOrigin = (request: Request) => {
    request.headers.set('origin', origin)
    return fetch(request)
  }
  const direct = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: polar.ready.url, fetch: sameOrigin })
  const through = createSeatsClient({ baseURL: `${origin}/api/seats`, fetch: sameOrigin })
  const [one = '', thousand = '', room = ''] = ids
  let invited = 0
  const invite = () => ({ subscription_id: room, email: `invited${invited++}@example.com` })
  const rounds = latency === 0 ? 300 : 60

  const subjects = {
    'list 1 seat': (client: typeof direct) => client.listSeats({ subscription_id: one }),
    'list 1,000 seats': (client: typeof direct) => client.listSeats({ subscription_id: thousand }),
    assign: (client: typeof direct) => client.assignSeat(invite()),
  }
  const rows: Overhead[] = []
  for (const [call, run] of Object.entries(subjects)) {
    const times = await compare({ direct: () => run(direct), through: () => run(through) }, rounds)
    const [before, after] = [median(times.direct), median(times.through)]
    rows.push({
      'Polar answers after': latency === 0 ? 'no time (loopback)' : `${latency} ms`,
      call,
      'directly, ms': before.toFixed(2),
      'through @seats/server, ms': after.toFixed(2),
      'added, ms': (after - before).toFixed(2),
      ratio: `${(after / before).toFixed(2)}×`,
    })
  }
  await app.stop()
  await polar.stop()
  return rows
}
