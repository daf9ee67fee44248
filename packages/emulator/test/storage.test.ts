import { mkdirSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { startEmulator } from '../src/exports/index.ts'
import { migrations } from '../src/storage/database/migrations.ts'
import { apiCalls } from './support/api.ts'
import { runCli, startCli } from './support/cli.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, temporaryDirectory } from './support/storages.ts'

describe('a data directory', () => {
  test('keeps seats, sessions, emails and the clock after a restart', async () => {
    const dataDir = temporaryDirectory()
    const first = await startTestEmulator('in memory', { dataDir })
    first.advance(3 * 24 * 3600)
    const callsBeforeRestart = apiCalls(first)
    await callsBeforeRestart.assign({ email: 'bob@example.com' })
    const session = await callsBeforeRestart.session({ customer_id: first.ref('acme/jane') })
    const roster = await callsBeforeRestart.list()
    const time = first.now()
    const emails = first.outbox()
    const { refs } = first
    await first.close()

    const restarted = await startTestEmulator('in memory', { dataDir })
    const callsAfterRestart = apiCalls(restarted)
    expect(restarted.refs).toEqual(refs)
    expect(restarted.outbox()).toEqual(emails)
    expect((await callsAfterRestart.list()).body).toEqual(roster.body)
    expect(restarted.now()).toBeGreaterThanOrEqual(time)
    const portal = await callsAfterRestart.call(
      'GET',
      `/v1/customer-portal/seats?subscription_id=${restarted.ref('acme/sub')}`,
      {
        token: session.body.token,
      },
    )
    expect(portal.body).toEqual(roster.body)
  })

  test('is seeded once, and another start with the same seed keeps the data', async () => {
    const options = { dataDir: temporaryDirectory(), seed }
    const first = await startTestEmulator('in memory', options)
    await apiCalls(first).assign({ email: 'bob@example.com' })
    const { refs } = first
    await first.close()
    const restarted = await startTestEmulator('in memory', options)
    expect(restarted.refs).toEqual(refs)
    expect((await apiCalls(restarted).list()).body.seats).toHaveLength(1)
    restarted.reset()
    expect(Object.keys(restarted.refs)).toEqual(Object.keys(refs))
    expect((await apiCalls(restarted).list()).body.seats).toEqual([])
  })

  test('can be used by one process at a time, and a second process fails', async () => {
    const dataDir = temporaryDirectory()
    await startCli('--data-dir', dataDir)
    const secondProcess = runCli('--port', '0', '--data-dir', dataDir)
    expect(await secondProcess.exit).toBe(1)
    expect(secondProcess.stderr()).toContain('another emulator is using it')
  })

  test('is created if it does not exist, and contains only the database', async () => {
    const dataDir = join(temporaryDirectory(), 'a', 'b')
    const emulator = await startTestEmulator('in memory', { dataDir })
    await emulator.close()
    expect(readdirSync(dataDir)).toEqual(['seats.sqlite'])
  })

  test('is migrated from an older schema, and rejected with a newer schema', async () => {
    const dataDir = temporaryDirectory()
    mkdirSync(dataDir, { recursive: true })
    new DatabaseSync(join(dataDir, 'seats.sqlite')).close()
    const emulator = await startTestEmulator('in memory', { dataDir })
    await emulator.close()
    const database = new DatabaseSync(join(dataDir, 'seats.sqlite'))
    expect(database.prepare('PRAGMA user_version').get()).toEqual({ user_version: migrations.length })
    database.exec(`PRAGMA user_version = ${migrations.length + 1}`)
    database.close()
    await expect(startEmulator({ dataDir })).rejects.toThrow('newer than this emulator')
  })

  test('contains every answered change after kill -9, and no incomplete one', { timeout: 30_000 }, async () => {
    const dataDir = temporaryDirectory()
    const first = await startCli('--data-dir', dataDir)
    await fetch(`${first.url}/_emulator/subscriptions/${first.refs['acme/sub']}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: '{"seats":100000}',
    })
    const answered: string[] = []
    const load = async (worker: number) => {
      for (let index = 0; ; index++) {
        const response = await fetch(`${first.url}/v1/customer-seats`, {
          method: 'POST',
          headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
          body: JSON.stringify({ subscription_id: first.refs['acme/sub'], email: `${worker}-${index}@example.com` }),
        })
        const seat = (await response.json()) as { id: string }
        answered.push(seat.id)
        if (answered.length === 300) first.child.kill('SIGKILL')
      }
    }
    await Promise.allSettled([1, 2, 3, 4].map(load))
    await first.exit

    const restarted = await startTestEmulator('in memory', { dataDir })
    const { seats, available_seats } = (await apiCalls(restarted).list()).body
    expect(answered.length).toBeGreaterThanOrEqual(300)
    expect(seats.map(({ id }) => id)).toEqual(expect.arrayContaining(answered))
    expect(available_seats).toBe(100_000 - seats.length)
    // Each seat was stored together with its member and its invitation.
    expect(new Set(restarted.outbox().map((email) => email.seat_id))).toEqual(new Set(seats.map(({ id }) => id)))
    for (const { member } of seats) expect(member).not.toBeNull()
  })
})

test('on an older Node, startEmulator throws one sentence that says what to install', async () => {
  const getBuiltinModule = vi.spyOn(process, 'getBuiltinModule').mockReturnValue(undefined as never)
  onTestFinished(() => getBuiltinModule.mockRestore())
  const sentence = `@seats/emulator needs Node 22.13 or newer, and this is ${process.versions.node}.`
  await expect(startEmulator()).rejects.toThrow(sentence)
})
