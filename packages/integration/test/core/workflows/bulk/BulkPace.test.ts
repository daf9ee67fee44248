import {
  applySeatPlan,
  assignSeats,
  createSeatsClient,
  planSeats,
  type AppliedSeatPlan,
  type ApplySeatPlanOptions,
  type AssignSeatsProgress,
  type AssignSeatsReport,
  type SeatsClient,
} from '@seats/core'
import { startEmulator, type Emulator } from '@seats/emulator'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createPeople, seedWithSeats } from '../../team.ts'

vi.setConfig({ testTimeout: 60_000 })

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'performance'] }))
afterEach(() => void vi.useRealTimers())

/** Starts an emulator and creates a client for it. `sentAtMs` has the time of each call. */
async function startClient(
  seats: number,
  options: { rateLimit?: number; ratePerMinute?: number; environment?: 'sandbox' } = {},
) {
  const emulator = await startEmulator({
    seed: seedWithSeats(seats),
    ...(options.rateLimit && { rateLimit: options.rateLimit }),
  })
  onTestFinished(() => emulator.close())
  const sentAtMs: number[] = []
  const startedAt = performance.now()
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: emulator.url,
    ratePerMinute: options.ratePerMinute,
    environment: options.environment,
    fetch: (request) => {
      sentAtMs.push(performance.now() - startedAt)
      return emulator.fetch(request)
    },
  })
  return { emulator, client, sentAtMs, source: { subscription_id: emulator.ref('acme/sub') } }
}

/** Lets time pass, here and in the emulator, second by second, until the job has ended. */
async function runUntilSettled<T>(emulator: Emulator, job: Promise<T>): Promise<T> {
  const state = { isDone: false }
  const finished = job.finally(() => {
    state.isDone = true
  })
  finished.catch(() => {})
  for (let second = 0; !state.isDone && second < 3600; second++) {
    await vi.advanceTimersByTimeAsync(1000)
    emulator.advance(1)
    // Lets the current work end before the next second.
    await new Promise((resolve) => setImmediate(resolve))
  }
  return finished
}

/** Returns the largest number of calls in any 60 s. */
const maxPerMinute = (sentAtMs: number[]) =>
  Math.max(...sentAtMs.map((from) => sentAtMs.filter((time) => time >= from && time < from + 60_000).length))

const assignPeople = (
  client: SeatsClient,
  source: { subscription_id: string },
  size: number,
  options?: Parameters<typeof assignSeats>[2],
) => assignSeats(client, { source, recipients: createPeople(size) }, options)

test.each([
  ['the client’s rate allows', { ratePerMinute: 60 }, {}, 60],
  ['the job’s own rate allows', { ratePerMinute: 1000 }, { ratePerMinute: 40 }, 40],
  ['half of the sandbox’s rate allows', { environment: 'sandbox' as const }, {}, 50],
  ['the rate allows, with one call at a time', { ratePerMinute: 50 }, { concurrency: 1 }, 50],
  ['the rate allows, with many calls at once', { ratePerMinute: 50 }, { concurrency: 20 }, 50],
])('a job sends as many calls a minute as %s', async (_title, options, jobOptions, rate) => {
  const { emulator, client, sentAtMs, source } = await startClient(210, options)
  const report = await runUntilSettled(emulator, assignPeople(client, source, 210, jobOptions))
  expect(report.complete).toBe(true)
  expect(maxPerMinute(sentAtMs)).toBe(rate)
  expect(sentAtMs).toHaveLength(211)
})

test('all calls of a client together use at most half of Polar’s 500 calls per minute', async () => {
  const { emulator, client, sentAtMs, source } = await startClient(700)
  for (let call = 0; call < 100; call++) await client.listSeats(source)
  const [firstHalf, secondHalf] = [createPeople(350), createPeople(700).slice(350)]
  const jobs = Promise.all([
    assignSeats(client, { source, recipients: firstHalf }),
    assignSeats(client, { source, recipients: secondHalf }),
  ])
  const reports = await runUntilSettled(emulator, jobs)
  expect(reports.map(({ complete }) => complete)).toEqual([true, true])
  expect(maxPerMinute(sentAtMs)).toBe(250)
})

test('a plan does not exceed the rate', async () => {
  const { emulator, client, sentAtMs, source } = await startClient(40, { ratePerMinute: 30 })
  await runUntilSettled(emulator, assignPeople(client, source, 20))
  const roster = await client.listSeats(source)
  const plan = planSeats(roster, createPeople(40).slice(20), { now: emulator.now(), maxRevokes: 20 })
  const { revoked, assigned } = await runUntilSettled(emulator, applySeatPlan(client, { source, plan }))
  expect(revoked.every(({ outcome }) => outcome === 'done')).toBe(true)
  expect(assigned.complete).toBe(true)
  // One call more than the rate: the test itself read the roster between the two jobs.
  expect(maxPerMinute(sentAtMs)).toBeLessThanOrEqual(31)
})

test('a job whose rate is exactly Polar’s limit seats everybody', async () => {
  const { emulator, client, source } = await startClient(150, { rateLimit: 60, ratePerMinute: 60 })
  const report = await runUntilSettled(emulator, assignPeople(client, source, 150))
  expect(report.results.filter(({ outcome }) => outcome === 'assigned')).toHaveLength(150)
})

test('each 429 pauses the job for its Retry-After if the rate is too high', async () => {
  const { emulator, client, sentAtMs, source } = await startClient(150, { rateLimit: 60 })
  const report = await runUntilSettled(emulator, assignPeople(client, source, 150))
  expect(report.complete).toBe(true)
  // 151 calls succeeded. Each time the limit was reached, only the few calls that were under way were refused.
  expect(sentAtMs.length).toBeLessThanOrEqual(151 + 4 * 4)
})

describe('a 429', () => {
  test('pauses the whole job for its Retry-After', async () => {
    const { emulator, client, sentAtMs, source } = await startClient(20)
    emulator.inject({
      fault: { kind: 'status', status: 429, headers: { 'retry-after': '30' } },
      match: { method: 'POST' },
      times: 1,
    })
    const report = await runUntilSettled(emulator, assignPeople(client, source, 20, { concurrency: 2 }))
    expect(report.complete).toBe(true)
    expect(sentAtMs.filter((time) => time > 0 && time < 30_000)).toEqual([])
    expect(sentAtMs.filter((time) => time >= 30_000).length).toBeGreaterThan(15)
  })
  test('without Retry-After pauses the job for a minute', async () => {
    const { emulator, client, sentAtMs, source } = await startClient(20)
    emulator.inject({ fault: { kind: 'status', status: 429 }, match: { method: 'POST' }, times: 1 })
    const report = await runUntilSettled(emulator, assignPeople(client, source, 20, { concurrency: 2 }))
    expect(report.complete).toBe(true)
    expect(sentAtMs.filter((time) => time > 0 && time < 60_000)).toEqual([])
    expect(Math.max(...sentAtMs)).toBeLessThan(61_000)
  })
})

describe('repeated 429s', () => {
  const createRateLimit = (method: string, retryAfter: string) => ({
    fault: { kind: 'status', status: 429, headers: { 'retry-after': retryAfter } } as const,
    match: { method, path: '/v1/customer-seats' },
  })

  test.each([
    ['the first read', 'GET', '60'],
    ['the first read, with a Retry-After of years', 'GET', '99999999'],
    ['the first read, with a Retry-After of 400 digits', 'GET', '9'.repeat(400)],
    ['the first read, with a Retry-After of 0 seconds', 'GET', '0'],
    ['an assign', 'POST', '60'],
    ['an assign, with a Retry-After of years', 'POST', '99999999'],
    ['an assign, with a Retry-After of 0 seconds', 'POST', '0'],
  ])('for %s end the job, and the job’s report can be resumed', async (_title, method, retryAfter) => {
    const { emulator, client, sentAtMs, source } = await startClient(8)
    emulator.inject(createRateLimit(method, retryAfter))
    const recipients = createPeople(8)
    const report = await runUntilSettled(emulator, assignSeats(client, { source, recipients }))
    expect(report).toMatchObject({ complete: false, error: { code: 'RateLimited', status: 429 } })
    expect(report.results.map(({ outcome }) => outcome)).toEqual(recipients.map(() => 'skipped'))
    expect(sentAtMs.at(-1)).toBeLessThanOrEqual(15 * 60_000 + 1000)
    expect(sentAtMs.length).toBeLessThan(500)

    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(report))
    const resumed = await runUntilSettled(emulator, assignSeats(client, { source, recipients, resume }))
    expect(resumed).toMatchObject({ complete: true })
    expect(resumed.error).toBeUndefined()
  })

  test('pause the job until all pauses together reach `maxWait`', async () => {
    const { emulator, client, sentAtMs, source } = await startClient(8)
    emulator.inject(createRateLimit('POST', '60'))
    const report = await runUntilSettled(emulator, assignPeople(client, source, 8, { maxWait: 200_000 }))
    expect(report).toMatchObject({ complete: false, error: { code: 'RateLimited' } })
    expect(sentAtMs.at(-1)).toBeGreaterThanOrEqual(180_000)
    expect(sentAtMs.at(-1)).toBeLessThan(201_000)
  })

  test('that end within `maxWait` let the job complete', async () => {
    const { emulator, client, source } = await startClient(8)
    emulator.inject({ ...createRateLimit('GET', '60'), times: 3 })
    emulator.inject({ ...createRateLimit('POST', '60'), times: 5 })
    expect(await runUntilSettled(emulator, assignPeople(client, source, 8))).toMatchObject({ complete: true })
  })

  test('also pause the read after a lost answer', async () => {
    const { emulator, client, source } = await startClient(8)
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    const onProgress = ({ done }: AssignSeatsProgress) => {
      if (done === 7) emulator.inject({ ...createRateLimit('GET', '60'), times: 3 })
    }
    const report = await runUntilSettled(emulator, assignPeople(client, source, 8, { onProgress }))
    expect(report.results.map(({ outcome }) => outcome)).toEqual(createPeople(8).map(() => 'assigned'))
  })

  test('keep a lost answer ambiguous until a resume finds the outcome', async () => {
    const { emulator, client, source } = await startClient(8)
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    const onProgress = ({ done }: AssignSeatsProgress) => {
      if (done === 7) emulator.inject(createRateLimit('GET', '600'))
    }
    const report = await runUntilSettled(emulator, assignPeople(client, source, 8, { onProgress }))
    expect(report.error).toMatchObject({ code: 'RateLimited' })
    const [lostResult, ...otherResults] = report.results.filter(({ outcome }) => outcome !== 'assigned')
    expect([lostResult, otherResults]).toMatchObject([{ outcome: 'failed', error: { isAmbiguous: true } }, []])
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(report))
    const resumed = await runUntilSettled(
      emulator,
      assignSeats(client, { source, recipients: createPeople(8), resume }),
    )
    expect(resumed.results.map(({ outcome }) => outcome)).toEqual(createPeople(8).map(() => 'assigned'))
  })

  test('do not delay the end of an aborted job', async () => {
    const { emulator, client, source } = await startClient(8)
    emulator.inject(createRateLimit('GET', '60'))
    const controller = new AbortController()
    const job = assignPeople(client, source, 8, { signal: controller.signal })
    await vi.advanceTimersByTimeAsync(90_000)
    controller.abort()
    const report = await runUntilSettled(emulator, job)
    expect(report.results.map(({ outcome }) => outcome)).toEqual(createPeople(8).map(() => 'skipped'))
    expect(report.error).toBeUndefined()
    expect(vi.getTimerCount()).toBe(0)
  })
})

describe('a plan that gets a 429', () => {
  const createRateLimit = (method: string, retryAfter: string) => ({
    fault: { kind: 'status', status: 429, headers: { 'retry-after': retryAfter } } as const,
    match: { method, path: '/v1/customer-seats' },
  })
  /** A plan that revokes two people, renews the invitation of one, and seats two others. */
  async function preparePlan() {
    const { emulator, client, source } = await startClient(10)
    await client.assignSeat({ ...source, email: 'late@example.com', metadata: { team: 'x' } })
    emulator.advance(25 * 3600)
    for (const { email } of createPeople(4)) await client.assignSeat({ ...source, email })
    const desired = [{ email: 'late@example.com' }, ...createPeople(6).slice(2)]
    const plan = planSeats(await client.listSeats(source), desired, { now: emulator.now() })
    const apply = (options: ApplySeatPlanOptions = {}, resume?: AppliedSeatPlan) => {
      // A new client, because the earlier calls of `client` count towards its rate.
      const freshClient = createSeatsClient({
        accessToken: 'polar_oat_acme',
        baseURL: emulator.url,
        fetch: (request) => emulator.fetch(request),
      })
      return runUntilSettled(emulator, applySeatPlan(freshClient, { source, plan, resume }, options))
    }
    return { emulator, apply }
  }
  const outcomesOf = ({ revoked, reinvited, assigned }: AppliedSeatPlan) =>
    [...revoked, ...reinvited, ...assigned.results].map(({ outcome }) => outcome)
  const done = ['done', 'done', 'done', 'assigned', 'assigned']

  test.each(['GET', 'DELETE', 'POST'])('for a %s continues after the pause', async (method) => {
    const { emulator, apply } = await preparePlan()
    emulator.inject({ ...createRateLimit(method, '60'), times: 5 })
    expect(outcomesOf(await apply())).toEqual(done)
  })

  test.each([
    ['GET', '99999999'],
    ['DELETE', '99999999'],
    ['POST', '99999999'],
    ['DELETE', '60'],
    ['POST', '0'],
  ])('for every %s with Retry-After %s ends, and its report can be resumed', async (method, retryAfter) => {
    const { emulator, apply } = await preparePlan()
    emulator.inject(createRateLimit(method, retryAfter))
    const startedAt = performance.now()
    const applied = await apply()
    expect(performance.now() - startedAt).toBeLessThan(60 * 60_000)
    expect(applied).toMatchObject({ complete: false, error: { code: 'RateLimited', status: 429 } })
    expect(outcomesOf(applied)).not.toContain('failed')
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    const resumed = await apply({}, JSON.parse(JSON.stringify(applied)))
    expect(resumed.complete).toBe(true)
    expect(outcomesOf(resumed)).toEqual(done)
  })
})

test('a 429 also delays calls that wait for the next minute', async () => {
  const { emulator, source, client, sentAtMs } = await startClient(20, { ratePerMinute: 10 })
  const rateLimitFault = { kind: 'status', status: 429, headers: { 'retry-after': '120' } } as const
  const onProgress = ({ done }: AssignSeatsProgress) => {
    if (done === 7) emulator.inject({ fault: rateLimitFault, match: { method: 'POST' }, times: 1 })
  }
  const report = await runUntilSettled(emulator, assignPeople(client, source, 20, { concurrency: 4, onProgress }))
  expect(report.complete).toBe(true)
  expect(sentAtMs.filter((time) => time < 120_000)).toHaveLength(10)
  expect(maxPerMinute(sentAtMs)).toBe(10)
})

test('an abort ends the wait for the next minute', async () => {
  const { emulator, client, source } = await startClient(100, { ratePerMinute: 10 })
  const controller = new AbortController()
  const job = assignPeople(client, source, 100, { signal: controller.signal })
  await vi.advanceTimersByTimeAsync(1000)
  controller.abort()
  const report = await runUntilSettled(emulator, job)
  expect(report.results.filter(({ outcome }) => outcome === 'assigned')).toHaveLength(9)
  expect(vi.getTimerCount()).toBe(0)
})
