import { fileURLToPath } from 'node:url'
import { startEmulator, type Seed } from '@seats/emulator'
import { compare, median } from '../measure.ts'
import { startCli, startNode } from './startCli.ts'

export interface TeamLifeRow {
  call: string
  'ms a call': string
  beside: string
  'beside, ms': string
  ratio: string
  promised: string
}

const token = { authorization: 'Bearer polar_oat_acme' }
const json = { ...token, 'content-type': 'application/json' }
const lapseRounds = 15

/**
 * Compares the preview of a change with an empty route, and a lapse with a list of its seats. Throws if one is slower than
 * promised.
 */
export async function compareTeamLife(cli: string): Promise<TeamLifeRow[]> {
  return [await preview(cli), await lapse()]
}

async function preview(cli: string): Promise<TeamLifeRow> {
  const emulator = await startCli(cli)
  const hono = await startNode(
    fileURLToPath(new URL('honoProcess.ts', import.meta.url)),
    fileURLToPath(import.meta.url),
  )
  try {
    const url = `${emulator.url}/v1/subscriptions/${emulator.refs['acme/sub']}/change-preview`
    const times = await compare(
      {
        mine: () => read(fetch(url, { method: 'POST', headers: json, body: '{"seats":20}' })),
        other: () => read(fetch(`${hono.firstLine.trim()}/empty`)),
      },
      2000,
    )
    return row('change-preview', median(times.mine), 'an empty route', median(times.other), 3)
  } finally {
    await Promise.all([emulator.stop(), hono.stop()])
  }
}

/** Runs in process and holds the webhooks back, so that the speed of an endpoint is not measured. */
async function lapse(): Promise<TeamLifeRow> {
  const emulator = await startEmulator({ seed: teams, webhooks: [{ handler: () => new Response() }] })
  try {
    emulator.deliveries.hold()
    const list = `${emulator.url}/v1/customer-seats?subscription_id=${emulator.ref('acme/kept')}`
    let next = 0
    const times = await compare(
      {
        mine: async () => void emulator.lifecycle(`acme/team${next++}`, 'payment_failed'),
        other: () => read(emulator.fetch(list, { headers: token })),
      },
      lapseRounds,
    )
    return row('a lapse of 1,000 seats with its webhooks', median(times.mine), 'their list', median(times.other), 20)
  } finally {
    await emulator.close()
  }
}

const roster = Array.from({ length: 1000 }, (_, index) => ({ email: `person${index}@example.com` }))
// One for each round, those that warm up included.
const names = [
  'kept',
  ...Array.from({ length: lapseRounds + Math.ceil(lapseRounds / 10) }, (_, index) => `team${index}`),
]
const teams: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      customers: names.map((name) => ({ ref: `payer-${name}`, email: `${name}@example.com`, type: 'team' })),
      subscriptions: names.map((name) => ({ ref: name, customer: `payer-${name}`, seats: 1000, roster })),
    },
  ],
}

async function read(answer: Promise<Response>): Promise<void> {
  const response = await answer
  await response.arrayBuffer()
  if (response.status !== 200) throw new Error(`${response.url} answered ${response.status}`)
}

function row(call: string, took: number, beside: string, other: number, promised: number): TeamLifeRow {
  const ratio = took / other
  if (ratio > promised) throw new Error(`${call}: ${ratio.toFixed(2)}× ${beside}, which is more than ${promised}×`)
  return {
    call,
    'ms a call': took.toFixed(3),
    beside,
    'beside, ms': other.toFixed(3),
    ratio: `${ratio.toFixed(2)}×`,
    promised: `≤ ${promised}×`,
  }
}
