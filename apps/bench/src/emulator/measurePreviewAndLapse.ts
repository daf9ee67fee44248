import { fileURLToPath } from 'node:url'
import { startEmulator, type Seed } from '@seats/emulator'
import { compare } from '../figures/compare.ts'
import { cpuTime } from '../figures/cpuTime.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { median } from '../figures/percentile.ts'
import { buildCli } from './buildCli.ts'
import { startCli, startNode } from './startCli.ts'

const token = { authorization: 'Bearer polar_oat_acme' }
const json = { ...token, 'content-type': 'application/json' }
const listsPerRound = 9
/** The first two lapses warm up the code, and do not count. */
const warmUpLapses = 2
const lapsingTeams = Array.from({ length: 17 }, (_, index) => `team${index}`)

/**
 * Compares the time of a seat count preview with that of an empty route, and the time of a lapse with that of listing its
 * team's seats.
 */
export async function measurePreviewAndLapse(): Promise<Figure[]> {
  await using cli = await buildCli()
  return [await measurePreview(cli.path), await measureLapse()]
}

async function measurePreview(cli: string): Promise<Figure> {
  const emulator = await startCli(cli)
  const hono = await startNode(
    fileURLToPath(new URL('honoProcess.ts', import.meta.url)),
    fileURLToPath(import.meta.url),
  )
  try {
    const url = `${emulator.url}/v1/subscriptions/${emulator.refs['acme/sub']}/change-preview`
    const times = await compare(
      {
        ours: () => read(fetch(url, { method: 'POST', headers: json, body: '{"seats":20}' })),
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

/** Runs in process and holds the webhooks back, so that the speed of an endpoint is not measured. */
async function measureLapse(): Promise<Figure> {
  const emulator = await startEmulator({ seed: teams, webhooks: [{ handler: () => new Response() }] })
  try {
    emulator.deliveries.hold()
    const listUrl = `${emulator.url}/v1/customer-seats?subscription_id=${emulator.ref('acme/kept')}`
    const listSeats = () => read(emulator.fetch(listUrl, { headers: token }))
    const pairs: { ours: number[]; other: number[] } = { ours: [], other: [] }
    for (const team of lapsingTeams) {
      pairs.ours.push(await timeOf(async () => void emulator.lifecycle(`acme/${team}`, 'payment_failed')))
      // The first list also pays for the garbage of the lapse. The median of several lists does not.
      const lists: number[] = []
      for (let count = 0; count < listsPerRound; count++) lists.push(await timeOf(listSeats))
      pairs.other.push(median(lists))
    }
    return ratio(
      'lapse of 1,000 seats including webhooks, compared with listing 1,000 seats',
      { ours: pairs.ours.slice(warmUpLapses), other: pairs.other.slice(warmUpLapses) },
      {
        conditions: 'in process, CPU time',
        bound: { atMost: 20 },
      },
    )
  } finally {
    await emulator.close()
  }
}

const roster = Array.from({ length: 1000 }, (_, index) => ({ email: `person${index}@example.com` }))
/** `kept` never lapses, and is the one whose seats are listed. */
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
