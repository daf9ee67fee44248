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
  'beside, ms': string
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
        { ref: 'room', seats: 1_000_000 },
        { ref: 'thousand', seats: 1000, roster: people },
      ],
    },
  ],
}

/** Assigning beside an empty Hono route, and listing 1,000 seats beside the same bytes ready-made. @throws Error where a promise is not kept. */
export async function requests(cli: string): Promise<RequestsRow[]> {
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
      const beside = besideOf(hono.line.trim())
      for (const connections of [1, 16]) {
        const promised = storage === 'memory' && connections === 1
        const rounds = connections === 1 ? 3000 : 300
        rows.push(
          await side('assign', storage, connections, calls.assign, beside.empty, rounds, promised ? 2.5 : undefined),
        )
        rows.push(
          await side(
            'list 1,000 seats',
            storage,
            connections,
            calls.list,
            beside.ready,
            rounds / 10,
            promised ? 3 : undefined,
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
        body: JSON.stringify({ subscription_id: refs['acme/room'], email: `invited${invited++}@example.com` }),
      }),
    list: () => get(`${url}/v1/customer-seats?subscription_id=${refs['acme/thousand']}`, { headers: token }),
  }
}

const besideOf = (url: string) => ({ empty: () => get(`${url}/empty`), ready: () => get(`${url}/ready`) })

async function side(
  call: string,
  storage: string,
  connections: number,
  mine: () => Promise<unknown>,
  other: () => Promise<unknown>,
  rounds: number,
  promised?: number,
): Promise<RequestsRow> {
  const together = (run: () => Promise<unknown>) => () => Promise.all(Array.from({ length: connections }, run))
  const times = await compare({ mine: together(mine), other: together(other) }, rounds)
  const [took, beside] = [median(times.mine) / connections, median(times.other) / connections]
  const ratio = took / beside
  if (promised !== undefined && ratio > promised) {
    throw new Error(`${call}: ${ratio.toFixed(2)}× what stands beside it, which is more than ${promised}×`)
  }
  return {
    call,
    storage,
    connections,
    'ms a call': took.toFixed(3),
    'beside, ms': beside.toFixed(3),
    ratio: `${ratio.toFixed(2)}×`,
    promised: promised === undefined ? '' : `≤ ${promised}×`,
  }
}
