import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import {
  createSeatRecovery,
  createSeatsMirror,
  memoryStore,
  type MirrorTable,
  type RecoveryMemory,
} from '@seats/server'
import postgres from 'postgres'
import { expect, onTestFinished, test, vi } from 'vitest'
import { guideSql } from '../guideExample.ts'
import { startLapsingTeam } from '../startLapsingTeam.ts'
import { copyRecipes, loadRecipe } from '../recipe.ts'
import { signedRequest, secrets } from '../sign.ts'
import { startPostgres } from '../startPostgres.ts'
import { startRedis } from '../startRedis.ts'

interface Line {
  state?: string
  restored?: number
  lapse?: number
  error?: string
  ready?: { port: number }
}

const recipes = {
  'mirrorTablePostgres.ts': 'mirror.md',
  'recoveryMemoryPostgres.ts': 'recovery.md',
}

/** Starts Postgres with the tables of the guides, Redis, and an emulator with a team. */
async function startApp() {
  const server = await startPostgres()
  onTestFinished(() => server.stop())
  const redis = await startRedis()
  onTestFinished(() => redis.stop())
  const sql = postgres(server.url)
  await sql.unsafe(guideSql('mirror.md'))
  await sql.unsafe(guideSql('recovery.md'))
  await sql.end()
  const directory = copyRecipes(recipes)
  const team = await startLapsingTeam({ port: 0 })
  const env = {
    PATH: process.env.PATH ?? '',
    POLAR_URL: team.emulator.url,
    REDIS_PATH: redis.path,
    DATABASE_URL: server.url,
    RECIPES: directory,
  }
  /** Starts a process. `lines` has the lines that the process has printed. */
  const startProcess = (role: 'serve' | 'run') => {
    const file = join(import.meta.dirname, '../lifeProcess.ts')
    const app = spawn(process.execPath, ['--conditions', '@seats/source', file], {
      env: { ...env, ROLE: role },
      stdio: ['ignore', 'pipe', 'inherit'],
    })
    const lines: Line[] = []
    createInterface(app.stdout).on('line', (line) => void lines.push(JSON.parse(line) as Line))
    const ended = once(app, 'exit')
    onTestFinished(async () => {
      if (app.exitCode === null && app.signalCode === null) app.kill('SIGKILL')
      await ended
    })
    return { app, lines, ended }
  }
  const { memory } = await loadRecipe<{ memory: RecoveryMemory }>(directory, 'recoveryMemoryPostgres.ts', server.url)
  const { table } = await loadRecipe<{ table: MirrorTable }>(directory, 'mirrorTablePostgres.ts', server.url)
  return { ...team, startProcess, memory, table }
}

const claimedRows = Array.from({ length: 8 }, (_, index) => `p${index} claimed`)

test('two processes over Redis and Postgres seat a team once, even after kill -9', { timeout: 240_000 }, async () => {
  const { emulator, source, readOccupants, startProcess, memory, createClient } = await startApp()
  const recovery = createSeatRecovery({ client: createClient(), memory, store: memoryStore() })
  await recovery.sweep([source])
  emulator.lifecycle('acme/sub', 'payment_failed')
  await recovery.sweep([source])
  emulator.lifecycle('acme/sub', 'payment_recovered')
  const mailCount = emulator.outbox().length
  emulator.inject({
    match: { method: 'POST', path: '/v1/customer-seats' },
    fault: { kind: 'latency', ms: 400 },
    times: 9,
  })
  const firstProcess = startProcess('run')
  await vi.waitUntil(async () => (await readOccupants()).length >= 2, { timeout: 60_000, interval: 20 })
  firstProcess.app.kill('SIGKILL')
  await firstProcess.ended
  const seatedCount = (await readOccupants()).length
  expect(seatedCount).toBeLessThan(9)
  const otherProcesses = [startProcess('run'), startProcess('run')]
  await Promise.all(otherProcesses.map(({ ended }) => ended))
  expect(await readOccupants()).toEqual([...claimedRows, 'pia pending'])
  // One of the two processes did the work, after the lock of the killed process had expired.
  const restored = otherProcesses
    .flatMap(({ lines }) => lines.map((line) => line.restored ?? 0))
    .filter((count) => count > 0)
  expect(restored).toHaveLength(1)
  expect(emulator.outbox().length - mailCount).toBe(1)
  const assigns = emulator
    .requests()
    .filter(({ method, path, status }) => method === 'POST' && path.startsWith('/v1/customer-seats') && status === 200)
  expect(assigns).toHaveLength(9)
})

test(
  'two processes that both get each event write one mirror, and call `onLapse` once',
  { timeout: 240_000 },
  async () => {
    const {
      emulator,
      source,
      readOccupants,
      startProcess,
      memory,
      table,
      createClient,
      setWebhookHandler,
      assign,
      roster,
    } = await startApp()
    const mirror = createSeatsMirror({ client: createClient(), table })
    await mirror.reconcile([source])
    await createSeatRecovery({ client: createClient(), memory, store: memoryStore() }).sweep([source])
    const processes = [startProcess('serve'), startProcess('serve')]
    const isReady = () => processes.every(({ lines }) => lines.some(({ ready }) => ready !== undefined))
    await vi.waitUntil(isReady, { timeout: 60_000 })
    const ports = processes.map(({ lines }) => lines.find(({ ready }) => ready !== undefined)?.ready?.port)
    setWebhookHandler(async (request) => {
      const body = await request.arrayBuffer()
      const send = async (port: number | undefined, index: number) => {
        // Polar sends each endpoint its own delivery, with its own id and signature.
        const text = new TextDecoder().decode(body)
        const { headers } = signedRequest(text, {
          secret: secrets.newer,
          id: `${request.headers.get('webhook-id')}-${index}`,
        })
        return fetch(`http://127.0.0.1:${port}/hooks`, { method: 'POST', headers, body })
      }
      const answers = await Promise.all(ports.map(send))
      return new Response(null, { status: answers.every(({ ok }) => ok) ? 200 : 500 })
    })
    await assign('carol@example.com')
    emulator.lifecycle('acme/sub', 'payment_failed')
    await emulator.delivered()
    const lines = processes.flatMap((startedProcess) => startedProcess.lines)
    expect(lines.filter(({ error }) => error !== undefined)).toEqual([])
    expect(lines.flatMap(({ lapse }) => lapse ?? [])).toEqual([10])
    const rows = await table.findSeats('source_id', source.subscription_id)
    expect(rows.map(({ status, revoked_cause }) => `${status} ${revoked_cause}`)).toEqual(
      Array(10).fill('revoked lapse'),
    )
    expect(rows.map(({ email }) => email).toSorted()).toContain('carol@example.com')
    emulator.lifecycle('acme/sub', 'payment_recovered')
    await emulator.delivered()
    const workers = [startProcess('run'), startProcess('run')]
    await Promise.all(workers.map(({ ended }) => ended))
    await emulator.delivered()
    expect(await readOccupants()).toEqual(['carol claimed', ...claimedRows, 'pia pending'].toSorted())
    const rowsAfter = await table.findSeats('source_id', source.subscription_id)
    const statesOf = (currentRows: { id: string; status: string }[]) =>
      currentRows.map(({ id, status }) => `${id} ${status}`).toSorted()
    expect(statesOf(rowsAfter)).toEqual(statesOf(await roster()))
    expect((await mirror.reconcile([source])).repaired).toBe(0)
  },
)
