import {
  assignSeats,
  createSeatsClient,
  type AssignSeatsProgress,
  type AssignSeatsReport,
  type SeatInvitee,
  type SeatsClient,
} from '@seats/core'
import { createSeatsHandler, type SeatsGrant } from '@seats/server'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createInterruptedClient, throwNetworkError } from '../../createInterruptedClient.ts'
import { createPeople, seedWithSeats } from '../../team.ts'
import { errorOf, shortPauses, startServers } from '../../startServers.ts'

const servers = await startServers(seedWithSeats(10))
const { emulator } = servers

beforeEach(() => {
  emulator.reset()
  servers.sent.length = 0
})

const outcomesOf = (report: AssignSeatsReport) => report.results.map(({ outcome }) => outcome)
const sentPosts = () => servers.sent.filter((line) => line.startsWith('POST'))
const readEmails = async () =>
  (await servers.readRoster()).seats.flatMap(({ email, status }) => (status === 'revoked' ? [] : [email])).toSorted()
const buySeats = (seats: number) =>
  emulator.fetch(`${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seats }),
  })
const injectFault = (fault: Parameters<typeof emulator.inject>[0]['fault'], times?: number) =>
  emulator.inject({
    fault,
    match: { method: 'POST', path: '/v1/customer-seats' },
    ...(times !== undefined && { times }),
  })
const startJob = (client: SeatsClient, recipients: SeatInvitee[], options?: Parameters<typeof assignSeats>[2]) =>
  assignSeats(client, { source: servers.source, recipients }, options)

test('the report has the outcome of each recipient in the given order', async () => {
  const client = servers.organizationClient()
  await client.assignSeat({ ...servers.source, email: 'ada@example.com' })
  await buySeats(4)
  const report = await startJob(client, [
    { email: 'grace@example.com', metadata: { team: 'x' } },
    { email: 'ADA@example.com' },
    { email: 'Grace@example.com' },
    { email: 'nobody' },
    { email: 'kay@example.com', immediate_claim: true },
    { external_member_id: 'usr_1', email: 'joan@example.com' },
    { external_member_id: 'usr_unknown' },
    { email: 'late@example.com' },
  ])
  expect(outcomesOf(report)).toEqual([
    'assigned',
    'already_seated',
    'duplicate',
    'invalid',
    'assigned',
    'assigned',
    'no_seat',
    'no_seat',
  ])
  const [grace, ada, , nobody, kay] = report.results
  expect(grace?.seat).toMatchObject({ email: 'grace@example.com', seat_metadata: { team: 'x' }, status: 'pending' })
  expect(ada?.seat).toMatchObject({ email: 'ada@example.com' })
  expect(nobody?.error).toMatchObject({ code: 'RequestValidationError', detail: 'This is not an email address' })
  expect(nobody?.error?.fieldErrors).toEqual({ email: ['This is not an email address'] })
  expect(kay?.seat).toMatchObject({ status: 'claimed' })
  expect(report.complete).toBe(false)
  expect(report.source).toEqual(servers.source)
})

test('the report says why Polar refused a person, and the others get seats', async () => {
  const report = await startJob(servers.organizationClient(), [
    { external_member_id: 'usr_unknown' },
    { email: 'ada@example.com' },
  ])
  expect(outcomesOf(report)).toEqual(['failed', 'assigned'])
  expect(report.results[0]?.error).toMatchObject({ code: 'MemberNotFound', isAmbiguous: false })
})

test('`onProgress` gets plain JSON with all recipients', async () => {
  const progress: AssignSeatsProgress[] = []
  const report = await startJob(servers.organizationClient(), createPeople(8), {
    onProgress: (step) => progress.push(step),
  })
  expect(progress.map(({ done }) => done)).toEqual([1, 2, 3, 4, 5, 6, 7, 8])
  for (const step of progress) {
    expect(step).toMatchObject({ total: 8, assigned: step.done, failed: 0 })
    expect(step.report.results).toHaveLength(8)
    expect(JSON.parse(JSON.stringify(step.report))).toEqual(step.report)
    expect(step.etaMs).toBeGreaterThanOrEqual(0)
  }
  expect(progress.at(-1)).toMatchObject({ etaMs: 0, report })
  expect(report.complete).toBe(true)
})

test('an error that `onProgress` throws is reported, and the job continues', async () => {
  const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => consoleError.mockRestore())
  const mistake = new Error('a mistake in a callback')
  const onProgress = () => {
    throw mistake
  }
  expect((await startJob(servers.organizationClient(), createPeople(5), { onProgress })).complete).toBe(true)
  expect(consoleError.mock.calls).toEqual(createPeople(5).map(() => [mistake]))
})

test('a job sends nothing if it has no recipients, or if it resumes a complete report', async () => {
  const client = servers.organizationClient()
  expect(await startJob(client, [])).toEqual({ source: servers.source, results: [], complete: true })
  const report = await startJob(client, createPeople(2))
  servers.sent.length = 0
  expect(await assignSeats(client, { source: servers.source, recipients: createPeople(2), resume: report })).toEqual(
    report,
  )
  expect(servers.sent).toEqual([])
})

test('a job has at most `concurrency` calls at once', async () => {
  let runningCalls = 0
  let maxRunningCalls = 0
  const client = servers.organizationClient({
    fetch: async (request) => {
      runningCalls++
      maxRunningCalls = Math.max(maxRunningCalls, runningCalls)
      const response = await globalThis.fetch(request)
      runningCalls--
      return response
    },
  })
  await startJob(client, createPeople(10), { concurrency: 3 })
  expect(maxRunningCalls).toBe(3)
  maxRunningCalls = 0
  emulator.reset()
  await startJob(client, createPeople(3), { concurrency: 1.5 })
  expect(maxRunningCalls).toBe(1)
})

test.each([
  [{ concurrency: 0 }, 'concurrency'],
  [{ concurrency: NaN }, 'concurrency'],
  [{ concurrency: -1 }, 'concurrency'],
  [{ concurrency: null as unknown as number }, 'concurrency'],
  [{ ratePerMinute: 0 }, 'ratePerMinute'],
  [{ ratePerMinute: NaN }, 'ratePerMinute'],
  [{ ratePerMinute: -5 }, 'ratePerMinute'],
  [{ maxWait: NaN }, 'maxWait'],
  [{ maxWait: -1 }, 'maxWait'],
])('a job rejects an invalid option: %o', async (options, name) => {
  const error = await errorOf(startJob(servers.organizationClient(), createPeople(3), options))
  expect(error.code).toBe('ConfigurationError')
  expect(error.detail).toContain(name)
  expect(servers.sent).toEqual([])
})

test.each([Infinity, 1e12, 2.5])('a job with a concurrency of %d gives all recipients seats', async (concurrency) => {
  expect((await startJob(servers.organizationClient(), createPeople(10), { concurrency })).complete).toBe(true)
  expect(sentPosts()).toHaveLength(10)
})

describe('a job that cannot start', () => {
  test('throws if the first read fails, and changes nothing', async () => {
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'GET' } })
    expect(await errorOf(startJob(servers.organizationClient(), createPeople(2)))).toMatchObject({
      operation: 'listSeats',
    })
    expect(sentPosts()).toEqual([])
  })
  test('throws if it resumes the report of another source', async () => {
    const resume: AssignSeatsReport = {
      source: { order_id: '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f' },
      results: [],
      complete: true,
    }
    const error = await errorOf(
      assignSeats(servers.organizationClient(), { source: servers.source, recipients: createPeople(1), resume }),
    )
    expect(error.code).toBe('ConfigurationError')
  })
})

describe('lost answers', () => {
  test.each([3600_000, -3600_000])('are settled as assigned even if the clock is wrong by %i ms', async (offsetMs) => {
    const client = servers.organizationClient({ now: () => Date.now() + offsetMs })
    injectFault({ kind: 'drop_after' }, 1)
    const report = await startJob(client, createPeople(3), { concurrency: 3 })
    expect(outcomesOf(report)).toEqual(['assigned', 'assigned', 'assigned'])
  })

  test('are all settled by one read of the roster', async () => {
    injectFault({ kind: 'drop_after' }, 3)
    const report = await startJob(servers.organizationClient(), createPeople(8))
    expect(outcomesOf(report)).toEqual(createPeople(8).map(() => 'assigned'))
    expect(report.results.every(({ recipient, seat }) => seat?.email === recipient.email)).toBe(true)
    expect(servers.sent.filter((line) => line.startsWith('GET'))).toHaveLength(2)
    expect(sentPosts()).toHaveLength(8)
  })

  test('are settled by another assign if the recipient is named by a customer id', async () => {
    injectFault({ kind: 'drop_after' }, 1)
    const report = await startJob(servers.organizationClient(), [{ customer_id: emulator.ref('acme/jane') }])
    expect(outcomesOf(report)).toEqual(['assigned'])
    expect(await readEmails()).toEqual(['jane@example.com'])
  })

  test('are settled as assigned if the lost call takes effect late, and takes the last seat', async () => {
    await buySeats(1)
    const client = createInterruptedClient(servers, {
      POST: [
        throwNetworkError,
        () => servers.organizationClient().assignSeat({ ...servers.source, email: 'p0@example.com' }),
      ],
    })
    expect(outcomesOf(await startJob(client, createPeople(1)))).toEqual(['assigned'])
  })

  test('are settled even if the first read after them fails', async () => {
    const client = createInterruptedClient(servers, {
      POST: [throwNetworkError],
      GET: [undefined, throwNetworkError, throwNetworkError, throwNetworkError],
    })
    expect(outcomesOf(await startJob(client, createPeople(3)))).toEqual(['assigned', 'assigned', 'assigned'])
  })
})

describe('a server that stops answering', () => {
  test('ends the job with a correct report, and a resume gives everybody one seat', async () => {
    injectFault({ kind: 'drop_after' }, 3)
    injectFault({ kind: 'drop_before' })
    const recipients = createPeople(10)
    const firstReport = await startJob(servers.organizationClient(), recipients)
    // Three people were seated although their answer was lost. The roster showed them.
    expect(outcomesOf(firstReport).filter((outcome) => outcome === 'assigned')).toHaveLength(3)
    expect(firstReport.complete).toBe(false)
    expect(sentPosts().length).toBeLessThan(20)
    for (const { outcome, error } of firstReport.results) {
      expect(['assigned', 'failed', 'skipped']).toContain(outcome)
      expect(error?.isAmbiguous ?? false).toBe(outcome === 'failed')
    }
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(firstReport))
    const report = await assignSeats(servers.organizationClient(), { source: servers.source, recipients, resume })
    expect(outcomesOf(report)).toEqual(recipients.map(() => 'assigned'))
    expect(await readEmails()).toEqual(recipients.map(({ email }) => email))
  })

  test('leads to ambiguous failures if the roster cannot be read, and a resume finds the outcomes', async () => {
    const recipients = createPeople(3)
    injectFault({ kind: 'drop_after' })
    const clientWithFailingReads = createInterruptedClient(servers, {
      GET: [undefined, ...Array.from({ length: 100 }, () => throwNetworkError)],
    })
    const firstReport = await startJob(clientWithFailingReads, recipients)
    expect(outcomesOf(firstReport)).toEqual(['failed', 'failed', 'failed'])
    expect(firstReport.results.every(({ error }) => error?.isAmbiguous)).toBe(true)
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(firstReport))
    const report = await assignSeats(servers.organizationClient(), { source: servers.source, recipients, resume })
    expect(outcomesOf(report)).toEqual(['assigned', 'assigned', 'assigned'])
    expect(await readEmails()).toEqual(recipients.map(({ email }) => email))
  })
})

test.each([401, 403])('a %i ends the job at once, because every other call would fail the same way', async (status) => {
  injectFault({ kind: 'status', status })
  const report = await startJob(servers.organizationClient(), createPeople(10), { concurrency: 2 })
  expect(new Set(outcomesOf(report))).toEqual(new Set(['failed', 'skipped']))
  expect(sentPosts().length).toBeLessThanOrEqual(2)
})

describe('refused recipients', () => {
  /** Creates a client that calls `@seats/server` in this process, as a user with this grant. */
  const clientWithGrant = (grant: Omit<SeatsGrant, 'sources'>) => {
    const handler = createSeatsHandler({
      client: servers.organizationClient(),
      basePath: '/api/seats',
      authorize: () => ({ sources: [servers.source], ...grant }) as SeatsGrant,
    })
    return createSeatsClient({
      ...shortPauses,
      baseURL: '/api/seats',
      fetch: (request) => {
        request.headers.set('sec-fetch-site', 'same-origin')
        return handler(request)
      },
    })
  }
  const recipients = createPeople(3)
  const [first, ...others] = recipients.map((recipient) => ({ ...recipient, immediate_claim: true }))
  if (first === undefined) throw new Error('There is nobody')

  test('do not stop the job if nobody else needs the permission that the user lacks', async () => {
    const report = await startJob(clientWithGrant({}), [first, ...recipients.slice(1)], { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', 'assigned', 'assigned'])
    expect(report.results[0]?.error?.code).toBe('OperationNotGranted')
  })
  test('stop the job if everybody else needs that permission too', async () => {
    const report = await startJob(clientWithGrant({}), [first, ...others], { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', 'skipped', 'skipped'])
  })
  test('stop the job if the operation is not granted', async () => {
    const report = await startJob(clientWithGrant({ operations: ['listSeats'] }), recipients, { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', 'skipped', 'skipped'])
  })

  test('do not stop the job if the user may not use a customer id', async () => {
    const byId = [{ external_customer_id: 'cus_1' }, { customer_id: emulator.ref('acme/jane') }]
    const report = await startJob(clientWithGrant({}), [...byId, ...recipients.slice(1)], { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', 'failed', 'assigned', 'assigned'])
    expect(report.results[0]?.error?.code).toBe('OperationNotGranted')
  })

  test('stop the job if Polar rejects the token of the server, and the report says so', async () => {
    injectFault({ kind: 'status', status: 401 })
    const report = await startJob(clientWithGrant({}), createPeople(10), { concurrency: 2 })
    expect(new Set(outcomesOf(report))).toEqual(new Set(['failed', 'skipped']))
    expect(report.error).toMatchObject({ code: 'UpstreamRefused', status: 502 })
    expect(sentPosts().length).toBeLessThanOrEqual(2)
  })

  test('stop the job if the token function fails', async () => {
    let calls = 0
    const client = servers.organizationClient({
      accessToken: () => {
        if (++calls > 1) throw new Error('The token store is down.')
        return 'polar_oat_acme'
      },
    })
    injectFault({ kind: 'status', status: 401 })
    const report = await startJob(client, createPeople(10), { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', ...createPeople(9).map(() => 'skipped')])
    expect(report.error?.code).toBe('Unauthorized')
  })

  test('are tried last when the job is resumed', async () => {
    const client = servers.organizationClient({
      fetch: async (request) => {
        const isForFirst = request.method === 'POST' && (await request.clone().text()).includes('p0@')
        return isForFirst ? new Response('<h1>Forbidden</h1>', { status: 403 }) : globalThis.fetch(request)
      },
    })
    const resume = await startJob(client, recipients, { concurrency: 1 })
    expect(outcomesOf(resume)).toEqual(['failed', 'skipped', 'skipped'])
    const report = await assignSeats(client, { source: servers.source, recipients, resume }, { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['failed', 'assigned', 'assigned'])
  })
})

test('a job assigns everybody although Polar answers 429 thirty times', async () => {
  injectFault({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, 30)
  const report = await startJob(servers.organizationClient(), createPeople(5))
  expect(outcomesOf(report)).toEqual(createPeople(5).map(() => 'assigned'))
})

describe('free seats', () => {
  test('that run out lead to `no_seat`, and a resume assigns new seats', async () => {
    const client = createInterruptedClient(servers, { POST: [undefined, () => buySeats(3)] })
    const recipients = createPeople(6)
    const firstReport = await startJob(client, recipients, { concurrency: 1 })
    expect(outcomesOf(firstReport)).toEqual(['assigned', 'assigned', 'assigned', 'no_seat', 'no_seat', 'no_seat'])
    await buySeats(10)
    const report = await assignSeats(client, { source: servers.source, recipients, resume: firstReport })
    expect(outcomesOf(report)).toEqual(recipients.map(() => 'assigned'))
    expect(report.complete).toBe(true)
  })

  test('that one recipient cannot take are given to the next recipient', async () => {
    await buySeats(2)
    const recipients = [{ external_member_id: 'usr_unknown' }, { email: 'a@example.com' }, { email: 'b@example.com' }]
    expect(outcomesOf(await startJob(servers.organizationClient(), recipients))).toEqual([
      'failed',
      'assigned',
      'assigned',
    ])
  })

  test('are given to the next recipient if another read shows that the lost call did not take them', async () => {
    await buySeats(1)
    const client = createInterruptedClient(servers, {
      POST: [throwNetworkError],
      GET: [undefined, throwNetworkError, throwNetworkError, throwNetworkError],
    })
    const recipients = [{ external_member_id: 'usr_unknown' }, { email: 'a@example.com' }]
    expect(outcomesOf(await startJob(client, recipients))).toEqual(['failed', 'assigned'])
  })

  test('of an unpaid order are not available', async () => {
    injectFault({
      kind: 'status',
      status: 400,
      body: '{"error":"SeatNotAvailable","detail":"Order must be paid before assigning seats"}',
    })
    expect(outcomesOf(await startJob(servers.organizationClient(), createPeople(3)))).toEqual([
      'no_seat',
      'no_seat',
      'no_seat',
    ])
    // After a lost answer, the job tries again, because the lost call may have taken the seat. For an unpaid order this
    // refusal never ends, so the job must stop after a few tries.
    const earlierPosts = sentPosts().length
    const report = await startJob(createInterruptedClient(servers, { POST: [throwNetworkError] }), createPeople(1), {
      signal: AbortSignal.timeout(5_000),
    })
    expect(report.results).toMatchObject([{ outcome: 'failed', error: { code: 'SeatNotAvailable' } }])
    expect(sentPosts().length - earlierPosts).toBeLessThan(10)
  })
})

describe('another process that assigns at the same time', () => {
  const createPolarClient = () => servers.organizationClient()
  const seatAda = () => createPolarClient().assignSeat({ ...servers.source, email: 'ada@example.com' })
  const recipientsNamed = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }))

  test('and takes the last seat for the same person leads to `already_seated`', async () => {
    await buySeats(1)
    const report = await startJob(createInterruptedClient(servers, { POST: [seatAda] }), recipientsNamed('ada'))
    expect(report.results).toMatchObject([{ outcome: 'already_seated', seat: { email: 'ada@example.com' } }])
    expect(report.complete).toBe(true)
  })

  test('leads to the right outcome even for recipients for whom this job sent no call', async () => {
    await buySeats(2)
    const client = createInterruptedClient(servers, { POST: [undefined, seatAda] })
    const report = await startJob(client, recipientsNamed('grace', 'kay', 'joan', 'ADA'), { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['assigned', 'no_seat', 'no_seat', 'already_seated'])
    // The call for Ada is not from this job.
    expect(sentPosts()).toHaveLength(2 + 1)
  })

  test('leads to the right outcome even for recipients for whom no seat was free', async () => {
    await buySeats(2)
    const client = createInterruptedClient(servers, { POST: [undefined, seatAda] })
    const report = await startJob(client, recipientsNamed('grace', 'kay', 'ada'), { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['assigned', 'no_seat', 'already_seated'])
  })

  test('leads to `already_seated`, even if a call of this job lost its answer', async () => {
    const client = createInterruptedClient(servers, {
      POST: [
        async () => {
          await seatAda()
          // Some time passes before the next call.
          emulator.advance(1)
        },
        throwNetworkError,
      ],
    })
    const report = await startJob(client, recipientsNamed('grace', 'ada'), { concurrency: 1 })
    expect(outcomesOf(report)).toEqual(['assigned', 'already_seated'])
  })

  test('leads to `already_seated` for a claimed seat', async () => {
    const client = createInterruptedClient(servers, {
      POST: [
        async () => {
          await createPolarClient().assignSeat({ ...servers.source, email: 'ada@example.com', immediate_claim: true })
          emulator.advance(1)
        },
        throwNetworkError,
      ],
    })
    const recipients = recipientsNamed('grace', 'ada').map((recipient) => ({ ...recipient, immediate_claim: true }))
    expect(outcomesOf(await startJob(client, recipients, { concurrency: 1 }))).toEqual(['assigned', 'already_seated'])
  })

  test('may be an earlier run of this job: a seat that the earlier run gave counts as assigned', async () => {
    const recipients = recipientsNamed('grace', 'ada')
    const stored: string[] = []
    const secondCallMayStart = Promise.withResolvers<void>()
    const controller = new AbortController()
    const firstJob = startJob(
      createInterruptedClient(servers, { POST: [undefined, () => secondCallMayStart.promise] }),
      recipients,
      {
        onProgress: ({ report }) => stored.push(JSON.stringify(report)),
        signal: controller.signal,
      },
    )
    await vi.waitFor(() => expect(stored).toHaveLength(1))
    secondCallMayStart.resolve()
    await firstJob
    const resume: AssignSeatsReport = JSON.parse(stored[0] ?? '')
    expect(outcomesOf(resume)).toEqual(['assigned', 'skipped'])
    const report = await assignSeats(createPolarClient(), { source: servers.source, recipients, resume })
    expect(outcomesOf(report)).toEqual(['assigned', 'assigned'])
  })
})

test('the times of lost calls come from the option `now`', async () => {
  const now = () => Date.UTC(2030, 0, 1)
  injectFault({ kind: 'drop_before' })
  const clientWithFailingReads = createInterruptedClient(servers, {
    GET: [undefined, ...Array.from({ length: 100 }, () => throwNetworkError)],
  })
  const report = await startJob(clientWithFailingReads, createPeople(1), { now })
  expect(report.results[0]?.sentAt).toBe('2030-01-01T00:00:00.000Z')
})

describe('an abort', () => {
  test('before the start prevents all calls', async () => {
    const report = await startJob(servers.organizationClient(), createPeople(2), { signal: AbortSignal.abort() })
    expect(outcomesOf(report)).toEqual(['skipped', 'skipped'])
    expect(servers.sent).toEqual([])
  })
  test('while the roster is read prevents all assigns', async () => {
    const controller = new AbortController()
    const client = createInterruptedClient(servers, { GET: [() => controller.abort()] })
    const report = await startJob(client, createPeople(2), { signal: controller.signal })
    expect(outcomesOf(report)).toEqual(['skipped', 'skipped'])
    expect(sentPosts()).toEqual([])
  })
  test('lets the current calls end, and prevents all others', async () => {
    const controller = new AbortController()
    const client = createInterruptedClient(servers, {
      POST: [undefined, undefined, undefined, () => controller.abort()],
    })
    const report = await startJob(client, createPeople(10), { signal: controller.signal, concurrency: 2 })
    const assigned = outcomesOf(report).filter((outcome) => outcome === 'assigned')
    expect(sentPosts().length).toBeLessThanOrEqual(5)
    expect(assigned).toHaveLength(sentPosts().length)
    expect(outcomesOf(report).filter((outcome) => outcome === 'skipped')).toHaveLength(10 - assigned.length)
    expect(await readEmails()).toHaveLength(assigned.length)
  })
  test('ends a pause', async () => {
    injectFault({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } })
    const controller = new AbortController()
    const client = servers.organizationClient({
      ...shortPauses,
      fetch: async (request) => {
        const response = await globalThis.fetch(request)
        if (response.status === 429) setTimeout(() => controller.abort(), 20)
        return response
      },
    })
    const report = await startJob(client, createPeople(4), { signal: controller.signal })
    expect(outcomesOf(report)).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
  })
})

test('the token is renewed during a job', async () => {
  let token = 'polar_oat_old'
  const client = servers.organizationClient({
    accessToken: ({ refresh }: { refresh: boolean }) => {
      if (refresh) token = 'polar_oat_acme'
      return token
    },
  })
  expect((await startJob(client, createPeople(5))).complete).toBe(true)
})

test('a job works with a session, and through @seats/server', async () => {
  expect((await startJob(servers.portalClient() as SeatsClient, createPeople(5))).complete).toBe(true)
  expect((await startJob(servers.tokenlessClient(), createPeople(10))).complete).toBe(true)
  expect(await readEmails()).toHaveLength(10)
})

test('a job works with a wrapped client', async () => {
  const innerClient = servers.organizationClient()
  const wrappedClient: SeatsClient = {
    ...innerClient,
    assignSeat: (seatAssign, options) => innerClient.assignSeat(seatAssign, options),
  }
  expect((await startJob(wrappedClient, createPeople(5))).complete).toBe(true)
})

test('an error that is not a SeatsError is thrown after the current calls have ended', async () => {
  const innerClient = servers.organizationClient()
  let calls = 0
  let runningCalls = 0
  const mistake = new Error('a mistake in a wrapper')
  const wrappedClient: SeatsClient = {
    ...innerClient,
    assignSeat: async (seatAssign, options) => {
      if (++calls === 2) throw mistake
      runningCalls++
      return innerClient.assignSeat(seatAssign, options).finally(() => runningCalls--)
    },
  }
  await expect(startJob(wrappedClient, createPeople(10), { concurrency: 3 })).rejects.toBe(mistake)
  expect([calls, runningCalls]).toEqual([3, 0])
  expect(await readEmails()).toHaveLength(2)
})
