import { createSeatsClient, type SeatsClient } from '@seats/core'
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
  'bare proxy, ms': string
  '@seats/server, ms': string
  'added, ms': string
  ratio: string
}

/** The latency of Polar in the same data centre as a backend. In another region it is longer. */
const dataCentreLatencyMs = 60

/**
 * The time that a call through the guard may take with Polar in a data centre, as a multiple of a direct call. `pnpm bench`
 * fails above it.
 */
const maxRatios: Record<string, number> = { 'list 1,000 seats': 1.15 }

/**
 * Measures the time that the guard adds to a call, with three processes over HTTP: once without latency, and once with the
 * latency of a data centre. The bare proxy shows the part that any proxy adds. Throws if the guard adds more than promised.
 */
export async function measureOverhead(): Promise<Overhead[]> {
  return [...(await overheadAt(0)), ...(await overheadAt(dataCentreLatencyMs))]
}

async function overheadAt(latencyMs: number): Promise<Overhead[]> {
  const polar = await startProcess<EmulatorProcess>('emulatorProcess.ts', String(latencyMs))
  const ids = ['one', 'thousand', 'free_seats'].map((ref) => polar.ready.refs[`acme/${ref}`] ?? '')
  const app = await startProcess<{ url: string }>('appProcess.ts', polar.ready.url, ids.join())
  const origin = app.ready.url
  const sameOrigin = (request: Request) => {
    request.headers.set('origin', origin)
    return fetch(request)
  }
  const direct = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: polar.ready.url, fetch: sameOrigin })
  const bare = createSeatsClient({ baseURL: `${origin}/bare`, fetch: sameOrigin })
  const guarded = createSeatsClient({ baseURL: `${origin}/api/seats`, fetch: sameOrigin })
  const [one = '', thousand = '', freeSeats = ''] = ids
  let invited = 0
  const invite = () => ({ subscription_id: freeSeats, email: `invited${invited++}@example.com` })
  const rounds = latencyMs === 0 ? 300 : 60

  const calls = {
    'list 1 seat': (client: SeatsClient) => client.listSeats({ subscription_id: one }),
    'list 1,000 seats': (client: SeatsClient) => client.listSeats({ subscription_id: thousand }),
    assign: (client: SeatsClient) => client.assignSeat(invite()),
  }
  const rows: Overhead[] = []
  for (const [call, run] of Object.entries(calls)) {
    const times = await compare(
      { direct: () => run(direct), bare: () => run(bare), guarded: () => run(guarded) },
      rounds,
    )
    const ratio = median(times.guarded) / median(times.direct)
    if (latencyMs > 0 && ratio > (maxRatios[call] ?? Infinity)) {
      throw new Error(`${call}: @seats/server takes ${ratio.toFixed(2)}× a direct call, not ≤ ${maxRatios[call]}×`)
    }
    rows.push({
      'Polar answers after': latencyMs === 0 ? 'no time (loopback)' : `${latencyMs} ms`,
      call,
      'directly, ms': median(times.direct).toFixed(2),
      'bare proxy, ms': median(times.bare).toFixed(2),
      '@seats/server, ms': median(times.guarded).toFixed(2),
      'added, ms': (median(times.guarded) - median(times.direct)).toFixed(2),
      ratio: `${ratio.toFixed(2)}×`,
    })
  }
  await app.stop()
  await polar.stop()
  return rows
}
