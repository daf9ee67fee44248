import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Seed } from '@seats/emulator'
import { compare, median } from '../measure.ts'
import { startCli, startNode } from './startCli.ts'

export interface RequestsRow {
  call: string
  storage: string
  connections: number
  'ms a call': string
  'Hono, ms': string
  ratio: string
  promised: string
}

const token = { authorization: 'Bearer polar_oat_acme' }
const people = Array.from({ length: 1000 }, (_, index) => ({
  email: `person${index}@example.com`,
  status: index % 3 ? ('claimed' as const) : ('pending' as const),
}))
const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_acme' }],
      subscriptions: [
        { ref: 'free_seats', seats: 1_000_000 },
        { ref: 'thousand', seats: 1000, roster: people },
      ],
    },
  ],
}

/**
 * Compares an assign with an empty Hono route, and a list of 1,000 seats with a route that sends the same bytes. Throws if
 * the emulator is slower than promised.
 */
export async function compareRequests(cli: string): Promise<RequestsRow[]> {
  const directory = mkdtempSync(join(tmpdir(), 'seats-bench-'))
  const file = join(directory, 'seed.json')
  writeFileSync(file, JSON.stringify(seed))
  try {
    const rows: RequestsRow[] = []
    for (const storage of ['memory', 'file'] as const) {
      const emulator = await startCli(
        cli,
        '--seed',
        file,
        ...(storage === 'file' ? ['--data-dir', join(directory, 'data')] : []),
      )
      const calls = callsOf(emulator.url, emulator.refs)
      writeFileSync(join(directory, 'ready.json'), Buffer.from(await calls.list()))
      const hono = await startNode(
        fileURLToPath(new URL('honoProcess.ts', import.meta.url)),
        join(directory, 'ready.json'),
      )
      const honoCalls = honoCallsOf(hono.firstLine.trim())
      for (const connections of [1, 16]) {
        const isPromised = storage === 'memory' && connections === 1
        const rounds = connections === 1 ? 3000 : 300
        rows.push(
          await compareCalls(
            'assign',
            storage,
            connections,
            calls.assign,
            honoCalls.empty,
            rounds,
            isPromised ? 2.5 : undefined,
          ),
        )
        rows.push(
          await compareCalls(
            'list 1,000 seats',
            storage,
            connections,
            calls.list,
            honoCalls.ready,
            rounds / 10,
            isPromised ? 3 : undefined,
          ),
        )
      }
      await hono.stop()
      await emulator.stop()
    }
    return rows
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function get(url: string, init: RequestInit = {}): Promise<ArrayBuffer> {
  const response = await fetch(url, init)
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return response.arrayBuffer()
}

function callsOf(url: string, refs: Record<string, string>) {
  let invited = 0
  return {
    assign: () =>
      get(`${url}/v1/customer-seats`, {
        method: 'POST',
        headers: { ...token, 'content-type': 'application/json' },
        body: JSON.stringify({ subscription_id: refs['acme/free_seats'], email: `invited${invited++}@example.com` }),
      }),
    list: () => get(`${url}/v1/customer-seats?subscription_id=${refs['acme/thousand']}`, { headers: token }),
  }
}

const honoCallsOf = (url: string) => ({ empty: () => get(`${url}/empty`), ready: () => get(`${url}/ready`) })

async function compareCalls(
  call: string,
  storage: string,
  connections: number,
  emulatorCall: () => Promise<unknown>,
  honoCall: () => Promise<unknown>,
  rounds: number,
  maxRatio?: number,
): Promise<RequestsRow> {
  const together = (run: () => Promise<unknown>) => () => Promise.all(Array.from({ length: connections }, run))
  const times = await compare({ emulator: together(emulatorCall), hono: together(honoCall) }, rounds)
  const [tookMs, honoMs] = [median(times.emulator) / connections, median(times.hono) / connections]
  const ratio = tookMs / honoMs
  if (maxRatio !== undefined && ratio > maxRatio) {
    throw new Error(`${call}: ${ratio.toFixed(2)}× the time of Hono, which is more than ${maxRatio}×`)
  }
  return {
    call,
    storage,
    connections,
    'ms a call': tookMs.toFixed(3),
    'Hono, ms': honoMs.toFixed(3),
    ratio: `${ratio.toFixed(2)}×`,
    promised: maxRatio === undefined ? '' : `≤ ${maxRatio}×`,
  }
}
