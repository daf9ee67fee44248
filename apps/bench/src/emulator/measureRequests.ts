import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { Seed } from '@seats/emulator'
import { compare } from '../figures/compare.ts'
import { ratio, type Figure } from '../figures/Figure.ts'
import { buildCli } from './buildCli.ts'
import { startCli, startNode } from './startCli.ts'

const authorizationHeader = { authorization: 'Bearer polar_oat_acme' }
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

/** Compares an assign with an empty Hono route, and a list of 1,000 seats with a route that sends the same bytes. */
export async function measureRequests(): Promise<Figure[]> {
  await using cli = await buildCli()
  const directory = mkdtempSync(join(tmpdir(), 'seats-bench-'))
  const file = join(directory, 'seed.json')
  writeFileSync(file, JSON.stringify(seed))
  try {
    const figures: Figure[] = []
    for (const storage of ['memory', 'file'] as const) {
      const dataDir = storage === 'file' ? ['--data-dir', join(directory, 'data')] : []
      const emulator = await startCli(cli.path, ['--seed', file, ...dataDir])
      const calls = callsOf(emulator.url, emulator.refs)
      const bytesFile = join(directory, 'ready.json')
      writeFileSync(bytesFile, Buffer.from(await calls.list()))
      const hono = await startNode(fileURLToPath(new URL('honoProcess.ts', import.meta.url)), bytesFile)
      const honoCalls = honoCallsOf(hono.firstLine.trim())
      for (const connections of [1, 16]) {
        const hasBound = storage === 'memory' && connections === 1
        const rounds = connections === 1 ? 3000 : 300
        const compareCalls = async (
          name: string,
          ours: () => Promise<unknown>,
          other: () => Promise<unknown>,
          rounds: number,
          atMost: number,
        ) => {
          const runAtOnce = (run: () => Promise<unknown>) => () => Promise.all(Array.from({ length: connections }, run))
          const times = await compare({ ours: runAtOnce(ours), other: runAtOnce(other) }, rounds)
          const conditions = `over HTTP on loopback, data in ${storage}, ${connections} at once`
          return ratio(name, { ...times, per: connections }, { conditions, bound: hasBound ? { atMost } : undefined })
        }
        figures.push(
          await compareCalls('assign, compared with an empty Hono route', calls.assign, honoCalls.empty, rounds, 2.5),
          await compareCalls(
            'list of 1,000 seats, compared with a Hono route that sends the same bytes',
            calls.list,
            honoCalls.ready,
            rounds / 10,
            3,
          ),
        )
      }
      await hono.stop()
      await emulator.stop()
    }
    return figures
  } finally {
    rmSync(directory, { recursive: true, force: true })
  }
}

async function fetchBytes(url: string, init: RequestInit = {}): Promise<ArrayBuffer> {
  const response = await fetch(url, init)
  if (response.status !== 200) throw new Error(`${url} answered ${response.status}`)
  return response.arrayBuffer()
}

function callsOf(url: string, refs: Record<string, string>) {
  let invitationCount = 0
  return {
    assign: () =>
      fetchBytes(`${url}/v1/customer-seats`, {
        method: 'POST',
        headers: { ...authorizationHeader, 'content-type': 'application/json' },
        body: JSON.stringify({
          subscription_id: refs['acme/free_seats'],
          email: `invited${invitationCount++}@example.com`,
        }),
      }),
    list: () =>
      fetchBytes(`${url}/v1/customer-seats?subscription_id=${refs['acme/thousand']}`, { headers: authorizationHeader }),
  }
}

const honoCallsOf = (url: string) => ({
  empty: () => fetchBytes(`${url}/empty`),
  ready: () => fetchBytes(`${url}/ready`),
})
