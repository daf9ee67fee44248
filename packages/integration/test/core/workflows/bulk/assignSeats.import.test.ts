import { assignSeats, createSeatsClient, type SeatsClient } from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { createSeatsHandler, memoryStore, type SeatsHandlerOptions } from '@seats/server'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createPeople, seedWithSeats } from '../../team.ts'

vi.setConfig({ testTimeout: 60_000 })
beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** Creates an emulator with the rate limit of Polar's sandbox, a guard, and a page's client that calls the guard. */
async function start(
  options: Partial<SeatsHandlerOptions> = {},
  answerInsteadOfGuard?: (request: Request) => Response | undefined,
) {
  const emulator = await startEmulator({ seed: seedWithSeats(310), rateLimit: 100 })
  onTestFinished(() => emulator.close())
  const source = { subscription_id: emulator.ref('acme/sub') }
  const handler = createSeatsHandler({
    client: createSeatsClient({
      accessToken: 'polar_oat_acme',
      baseURL: emulator.url,
      fetch: (request) => emulator.fetch(request),
    }),
    basePath: '/api/seats',
    store: memoryStore(),
    authorize: () => ({ sources: [source], actor: 'admin' }),
    ...options,
  })
  const statuses: number[] = []
  const sentAtMs: number[] = []
  const startedAt = performance.now()
  const client = createSeatsClient({
    baseURL: '/api/seats',
    fetch: async (request) => {
      request.headers.set('sec-fetch-site', 'same-origin')
      sentAtMs.push(performance.now() - startedAt)
      const response = answerInsteadOfGuard?.(request) ?? (await handler(request))
      statuses.push(response.status)
      return response
    },
  })
  return { emulator, source, client, handler, statuses, sentAtMs }
}

/** Lets time pass, here and in the emulator, second by second, until the job has ended. */
async function runUntilSettled<T>(
  emulator: Emulator,
  job: Promise<T>,
  everySecond?: (second: number) => Promise<void>,
): Promise<T> {
  const state = { isDone: false }
  const finished = job.finally(() => void (state.isDone = true))
  finished.catch(() => {})
  for (let second = 0; !state.isDone && second < 3600; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    emulator.advance(1)
    await everySecond?.(second)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return finished
}

const maxPerMinute = (sentAtMs: number[]) =>
  Math.max(...sentAtMs.map((from) => sentAtMs.filter((time) => time >= from && time < from + 60_000).length))

test('during an import of 300 people, an admin can still list and revoke', async () => {
  const { emulator, source, client, statuses, sentAtMs } = await start()
  const admin: SeatsClient = client
  const recipients = createPeople(300)
  const revokedIds: string[] = []
  const job = assignSeats(client, { source, recipients })
  const report = await runUntilSettled(emulator, job, async (second) => {
    if (second % 20 !== 10) return
    const { seats } = await admin.listSeats(source, { retry: false })
    const seat = seats.find(({ status }) => status === 'pending')
    if (seat === undefined) throw new Error('Nobody is seated yet')
    await admin.revokeSeat(seat.id, { source, occupant: seat, retry: false })
    revokedIds.push(seat.id)
  })
  expect(report.complete).toBe(true)
  expect(revokedIds.length).toBeGreaterThan(20)
  expect(new Set(statuses)).toEqual(new Set([200]))
  // The guard allows 80 calls a minute by default, and the import uses half of them. The admin sends up to 8 more.
  expect(maxPerMinute(sentAtMs)).toBeGreaterThanOrEqual(40)
  expect(maxPerMinute(sentAtMs)).toBeLessThanOrEqual(40 + 8)
})

describe('the pace of an import', () => {
  test('is half of the guard’s limit', async () => {
    const { emulator, source, client, sentAtMs } = await start({ ratePerMinute: { actor: 20 } })
    await runUntilSettled(emulator, assignSeats(client, { source, recipients: createPeople(30) }))
    expect(maxPerMinute(sentAtMs)).toBe(10)
  })

  test('is the job’s own `ratePerMinute` if that is set', async () => {
    const { emulator, source, client, sentAtMs } = await start({ ratePerMinute: { actor: 20 } })
    await runUntilSettled(
      emulator,
      assignSeats(client, { source, recipients: createPeople(30) }, { ratePerMinute: 15 }),
    )
    expect(maxPerMinute(sentAtMs)).toBe(15)
  })

  test('is halved after a 429', async () => {
    let posts = 0
    const { emulator, source, client, sentAtMs } = await start({}, ({ method }) =>
      method === 'POST' && ++posts === 30
        ? new Response(null, { status: 429, headers: { 'retry-after': '60' } })
        : undefined,
    )
    const report = await runUntilSettled(emulator, assignSeats(client, { source, recipients: createPeople(100) }))
    expect(report.complete).toBe(true)
    expect(maxPerMinute(sentAtMs.filter((time) => time >= 60_000))).toBe(20)
  })
})
