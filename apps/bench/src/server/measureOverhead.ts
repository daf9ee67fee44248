import { createSeatsClient, type SeatsClient } from '@seats/core'
import { compare } from '../figures/compare.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { startProcess } from '../startProcess.ts'

interface EmulatorProcess {
  url: string
  refs: Record<string, string>
}

const emulatorFile = new URL('emulatorProcess.ts', import.meta.url)
const appFile = new URL('appProcess.ts', import.meta.url)

/** The latency of Polar for a backend in the same data centre. For a backend in another region it is longer. */
const dataCentreLatencyMs = 60
/** The time that a call may take with Polar in a data centre, as a multiple of a direct call. */
const directBounds: Record<string, { atMost: number }> = {
  'list of 1,000 seats': { atMost: 1.12 },
  revoke: { atMost: 1.1 },
  resend: { atMost: 1.1 },
}

/**
 * Compares a call through the guard with a direct call and with a call through a simple proxy. The three processes use
 * HTTP, first without latency, then with the latency of a data centre.
 */
export async function measureOverhead(): Promise<Figure[]> {
  return [...(await measureOverheadAt(0)), ...(await measureOverheadAt(dataCentreLatencyMs))]
}

async function measureOverheadAt(latencyMs: number): Promise<Figure[]> {
  const polar = await startProcess<EmulatorProcess>(emulatorFile, String(latencyMs))
  const ids = ['one', 'thousand', 'free_seats', 'leavers'].map((ref) => polar.ready.refs[`acme/${ref}`] ?? '')
  const app = await startProcess<{ url: string }>(appFile, polar.ready.url, ids.join())
  const origin = app.ready.url
  const fetchFromSameOrigin = (request: Request) => {
    request.headers.set('origin', origin)
    return fetch(request)
  }
  const clients = {
    direct: createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: polar.ready.url, fetch: fetchFromSameOrigin }),
    proxy: createSeatsClient({ baseURL: `${origin}/proxy`, fetch: fetchFromSameOrigin }),
    guarded: createSeatsClient({ baseURL: `${origin}/api/seats`, fetch: fetchFromSameOrigin }),
  }
  const [one = '', thousand = '', freeSeats = '', leavers = ''] = ids
  let invitations = 0
  const invite = () => ({ subscription_id: freeSeats, email: `invited${invitations++}@example.com` })
  const source = { subscription_id: leavers }
  // The guard learns the occupants from a list. Without this call, its first change would have to read the list first.
  const { seats } = await clients.guarded.listSeats(source)
  const claimedSeats = seats.filter(({ status }) => status === 'claimed')
  const pendingSeat = seats.find(({ status }) => status === 'pending')
  if (pendingSeat === undefined) throw new Error('Nobody is invited.')
  const rounds = latencyMs === 0 ? 150 : 60

  const calls = {
    'list of 1 seat': (client: SeatsClient) => client.listSeats({ subscription_id: one }),
    'list of 1,000 seats': (client: SeatsClient) => client.listSeats({ subscription_id: thousand }),
    assign: (client: SeatsClient) => client.assignSeat(invite()),
    revoke: (client: SeatsClient) => {
      const seat = claimedSeats.pop()
      if (seat === undefined) throw new Error('Everyone has left.')
      return client.revokeSeat(seat.id, { source, occupant: seat })
    },
    resend: (client: SeatsClient) => client.resendInvitation(pendingSeat.id, { source, occupant: pendingSeat }),
  }
  const isNear = latencyMs === 0
  const conditions = isNear ? 'Polar on loopback' : `Polar ${latencyMs} ms away`
  const figures: Figure[] = []
  for (const [call, run] of Object.entries(calls)) {
    const { direct, proxy, guarded } = await compare(
      { direct: () => run(clients.direct), proxy: () => run(clients.proxy), guarded: () => run(clients.guarded) },
      rounds,
    )
    const directBound = isNear ? undefined : directBounds[call]
    const proxyBound = isNear && call === 'list of 1,000 seats' ? { atMost: 1 } : undefined
    figures.push(
      ratio(
        `${call} through the guard, compared with a direct call`,
        { ours: guarded, other: direct },
        { conditions, bound: directBound },
      ),
      ratio(
        `${call} through the guard, compared with a proxy that reads and writes the JSON`,
        { ours: guarded, other: proxy },
        { conditions, bound: proxyBound },
      ),
    )
  }
  await app.stop()
  await polar.stop()
  return figures
}
