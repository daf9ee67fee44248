import { fileURLToPath } from 'node:url'
import { startEmulator, type Seed } from '@seats/emulator'
import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { startCli, startNode } from './startCli.ts'

const authorizationHeader = { authorization: 'Bearer polar_oat_acme' }
const jsonHeaders = { ...authorizationHeader, 'content-type': 'application/json' }
const listsPerRound = 9
/** The first two lapses warm up the code, and do not count. */
const warmUpLapses = 2
const lapsesPerFigure = 17
const lapsingTeams = Array.from({ length: 2 * lapsesPerFigure }, (_, index) => `team${index}`)

/**
 * Compares the time of a seat count preview with that of an empty route, and the time of a lapse with that of a list of
 * as many seats.
 */
export async function measurePreviewAndLapse(): Promise<Figure[]> {
  await using cli = await buildCli()
  return [await measurePreview(cli.path), ...(await measureLapses())]
}

async function measurePreview(cli: string): Promise<Figure> {
  const emulator = await startCli(cli)
  // The process needs a file, but the route that sends this file is not measured here.
  const hono = await startNode(
    fileURLToPath(new URL('honoProcess.ts', import.meta.url)),
    fileURLToPath(import.meta.url),
  )
  try {
    const url = `${emulator.url}/v1/subscriptions/${emulator.refs['acme/sub']}/change-preview`
    const times = await compare(
      {
        ours: () => read(fetch(url, { method: 'POST', headers: jsonHeaders, body: '{"seats":20}' })),
        other: () => read(fetch(`${hono.firstLine.trim()}/empty`)),
      },
      2000,
    )
    return ratio('change-preview, compared with an empty Hono route', times, {
      conditions: 'over HTTP on loopback',
      bound: { atMost: 3 },
    })
  } finally {
    await Promise.all([emulator.stop(), hono.stop()])
  }
}

/** Measures lapses in process and over HTTP. Holds the webhooks back, so that the speed of an endpoint does not count. */
async function measureLapses(): Promise<Figure[]> {
  const emulator = await startEmulator({ port: 0, seed: teams, webhooks: [{ handler: () => new Response() }] })
  try {
    emulator.deliveries.hold()
    const listUrl = `${emulator.url}/v1/customer-seats?subscription_id=${emulator.ref('acme/kept')}`
    const inProcess = await measureLapse(lapsingTeams.slice(0, lapsesPerFigure), {
      lapse: async (team) => void emulator.lifecycle(`acme/${team}`, 'payment_failed'),
      list: () => read(emulator.fetch(listUrl, { headers: authorizationHeader })),
    })
    const overHttp = await measureLapse(lapsingTeams.slice(lapsesPerFigure), {
      lapse: (team) => {
        const url = `${emulator.url}/_emulator/subscriptions/${emulator.ref(`acme/${team}`)}/lifecycle`
        return read(fetch(url, { method: 'POST', headers: jsonHeaders, body: '{"event":"payment_failed"}' }))
      },
      list: () => read(fetch(listUrl, { headers: authorizationHeader })),
    })
    const name = 'lapse of 1,000 seats including webhooks, compared with listing 1,000 seats'
    return [
      ratio(name, overHttp, { conditions: 'over HTTP on loopback, CPU time of both sides', bound: { atMost: 20 } }),
      ratio(name, inProcess, {
        conditions: 'in process, CPU time',
        whyBehind: 'A list is stored text. A lapse writes each seat and its webhook.',
      }),
    ]
  } finally {
    await emulator.close()
  }
}

interface LapseCalls {
  lapse: (team: string) => Promise<void>
  list: () => Promise<void>
}

async function measureLapse(
  teams: string[],
  { lapse, list }: LapseCalls,
): Promise<{ ours: number[]; other: number[] }> {
  const pairs: { ours: number[]; other: number[] } = { ours: [], other: [] }
  for (const team of teams) {
    pairs.ours.push(await timeOf(() => lapse(team)))
    // The time of this list does not count, because the garbage of the lapse makes it longer.
    await list()
    const listsMs = await timeOf(async () => {
      for (let count = 0; count < listsPerRound; count++) await list()
    })
    pairs.other.push(listsMs / listsPerRound)
  }
  return { ours: pairs.ours.slice(warmUpLapses), other: pairs.other.slice(warmUpLapses) }
}

const roster = Array.from({ length: 1000 }, (_, index) => ({ email: `person${index}@example.com` }))
/** The team `kept` never lapses. Its seats are listed. */
const teamNames = ['kept', ...lapsingTeams]
const teams: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      customers: teamNames.map((name) => ({ ref: `payer-${name}`, email: `${name}@example.com`, type: 'team' })),
      subscriptions: teamNames.map((name) => ({ ref: name, customer: `payer-${name}`, seats: 1000, roster })),
    },
  ],
}

/** Returns the processor time that a run takes, in milliseconds. */
async function timeOf(run: () => Promise<void>): Promise<number> {
  const start = cpuTime()
  await run()
  return cpuTime() - start
}

async function read(answer: Promise<Response>): Promise<void> {
  const response = await answer
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${response.url} answered ${response.status}`)
}
