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
import { between, lose } from '../../between.ts'
import { people, seedOf } from '../../team.ts'
import { errorOf, quick, startWorld } from '../../world.ts'

const world = await startWorld(seedOf(10))
const { emulator } = world

beforeEach(() => {
  emulator.reset()
  world.sent.length = 0
})

const outcomes = (report: AssignSeatsReport) => report.results.map(({ outcome }) => outcome)
const posts = () => world.sent.filter((line) => line.startsWith('POST'))
const emails = async () =>
  (await world.roster()).seats.flatMap(({ email, status }) => (status === 'revoked' ? [] : [email])).toSorted()
const buySeats = (seats: number) =>
  emulator.fetch(`${emulator.url}/_emulator/subscriptions/${emulator.ref('acme/sub')}`, {
    method: 'PATCH',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ seats }),
  })
const fault = (given: Parameters<typeof emulator.inject>[0]['fault'], times?: number) =>
  emulator.inject({
    fault: given,
    match: { method: 'POST', path: '/v1/customer-seats' },
    ...(times !== undefined && { times }),
  })
const start = (client: SeatsClient, recipients: SeatInvitee[], options?: Parameters<typeof assignSeats>[2]) =>
  assignSeats(client, { source: world.source, recipients }, options)

test('reports the outcome of each recipient, in the given order', async () => {
  const client = world.organization()
  await client.assignSeat({ ...world.source, email: 'ada@example.com' })
  await buySeats(4)
  const report = await start(client, [
    { email: 'grace@example.com', metadata: { team: 'x' } },
    { email: 'ADA@example.com' },
    { email: 'Grace@example.com' },
    { email: 'nobody' },
    { email: 'kay@example.com', immediate_claim: true },
    { external_member_id: 'usr_1', email: 'joan@example.com' },
    { external_member_id: 'usr_unknown' },
    { email: 'late@example.com' },
  ])
  expect(outcomes(report)).toEqual([
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
  expect(report.source).toEqual(world.source)
})

test('reports why Polar refuses a person, and goes on with the others', async () => {
  const report = await start(world.organization(), [
    { external_member_id: 'usr_unknown' },
    { email: 'ada@example.com' },
  ])
  expect(outcomes(report)).toEqual(['failed', 'assigned'])
  expect(report.results[0]?.error).toMatchObject({ code: 'MemberNotFound', isAmbiguous: false })
})

test('reports progress as plain JSON, with all recipients each time', async () => {
  const progress: AssignSeatsProgress[] = []
  const report = await start(world.organization(), people(8), { onProgress: (step) => progress.push(step) })
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

test('an error of onProgress is reported, and the job goes on', async () => {
  const report = vi.spyOn(console, 'error').mockImplementation(() => {})
  onTestFinished(() => report.mockRestore())
  const mistake = new Error('a mistake in a callback')
  const onProgress = () => {
    throw mistake
  }
  expect((await start(world.organization(), people(5), { onProgress })).complete).toBe(true)
  expect(report.mock.calls).toEqual(people(5).map(() => [mistake]))
})

test('sends nothing if there is nothing to do', async () => {
  const client = world.organization()
  expect(await start(client, [])).toEqual({ source: world.source, results: [], complete: true })
  const done = await start(client, people(2))
  world.sent.length = 0
  expect(await assignSeats(client, { source: world.source, recipients: people(2), resume: done })).toEqual(done)
  expect(world.sent).toEqual([])
})

test('sends no more calls at once than its concurrency', async () => {
  let running = 0
  let most = 0
  const client = world.organization({
    fetch: async (request) => {
      running++
      most = Math.max(most, running)
      const response = await globalThis.fetch(request)
      running--
      return response
    },
  })
  await start(client, people(10), { concurrency: 3 })
  expect(most).toBe(3)
  most = 0
  emulator.reset()
  await start(client, people(3), { concurrency: 1.5 })
  expect(most).toBe(1)
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
])('refuses an invalid option: %o', async (options, name) => {
  const error = await errorOf(start(world.organization(), people(3), options))
  expect(error.code).toBe('ConfigurationError')
  expect(error.detail).toContain(name)
  expect(world.sent).toEqual([])
})

test.each([Infinity, 1e12, 2.5])('a concurrency of %d seats everybody', async (concurrency) => {
  expect((await start(world.organization(), people(10), { concurrency })).complete).toBe(true)
  expect(posts()).toHaveLength(10)
})

describe('a start that fails', () => {
  test('is thrown, and nothing was changed', async () => {
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'GET' } })
    expect(await errorOf(start(world.organization(), people(2)))).toMatchObject({ operation: 'listSeats' })
    expect(posts()).toEqual([])
  })
  test('is thrown for a report of another source', async () => {
    const resume: AssignSeatsReport = {
      source: { order_id: '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f' },
      results: [],
      complete: true,
    }
    const error = await errorOf(
      assignSeats(world.organization(), { source: world.source, recipients: people(1), resume }),
    )
    expect(error.code).toBe('ConfigurationError')
  })
})

describe('lost answers', () => {
  test('are settled by one read of the roster for all', async () => {
    fault({ kind: 'drop_after' }, 3)
    const report = await start(world.organization(), people(8))
    expect(outcomes(report)).toEqual(people(8).map(() => 'assigned'))
    expect(report.results.every(({ recipient, seat }) => seat?.email === recipient.email)).toBe(true)
    expect(world.sent.filter((line) => line.startsWith('GET'))).toHaveLength(2)
    expect(posts()).toHaveLength(8)
  })

  test('of people named by a customer id are settled by another assign', async () => {
    fault({ kind: 'drop_after' }, 1)
    const report = await start(world.organization(), [{ customer_id: emulator.ref('acme/jane') }])
    expect(outcomes(report)).toEqual(['assigned'])
    expect(await emails()).toEqual(['jane@example.com'])
  })

  test('are settled if the lost call takes the last seat late', async () => {
    await buySeats(1)
    const client = between(world, {
      POST: [lose, () => world.organization().assignSeat({ ...world.source, email: 'p0@example.com' })],
    })
    expect(outcomes(await start(client, people(1)))).toEqual(['assigned'])
  })

  test('are settled if the roster cannot be read the first time', async () => {
    const client = between(world, { POST: [lose], GET: [undefined, lose, lose, lose] })
    expect(outcomes(await start(client, people(3)))).toEqual(['assigned', 'assigned', 'assigned'])
  })
})

describe('a server that stops answering', () => {
  test('ends the job with a correct report, and a resume seats everybody once', async () => {
    fault({ kind: 'drop_after' }, 3)
    fault({ kind: 'drop_before' })
    const recipients = people(10)
    const first = await start(world.organization(), recipients)
    // Three people were seated although their answer was lost. The roster showed them.
    expect(outcomes(first).filter((outcome) => outcome === 'assigned')).toHaveLength(3)
    expect(first.complete).toBe(false)
    expect(posts().length).toBeLessThan(20)
    for (const { outcome, error } of first.results) {
      expect(['assigned', 'failed', 'skipped']).toContain(outcome)
      expect(error?.isAmbiguous ?? false).toBe(outcome === 'failed')
    }
    await emulator.fetch(`${emulator.url}/_emulator/faults`, { method: 'DELETE' })
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(first))
    const report = await assignSeats(world.organization(), { source: world.source, recipients, resume })
    expect(outcomes(report)).toEqual(recipients.map(() => 'assigned'))
    expect(await emails()).toEqual(recipients.map(({ email }) => email))
  })

  test('leads to ambiguous failures if the roster cannot be read, which a resume settles', async () => {
    const recipients = people(3)
    fault({ kind: 'drop_after' })
    const blind = between(world, { GET: [undefined, ...Array.from({ length: 100 }, () => lose)] })
    const first = await start(blind, recipients)
    expect(outcomes(first)).toEqual(['failed', 'failed', 'failed'])
    expect(first.results.every(({ error }) => error?.isAmbiguous)).toBe(true)
    const resume: AssignSeatsReport = JSON.parse(JSON.stringify(first))
    const report = await assignSeats(world.organization(), { source: world.source, recipients, resume })
    expect(outcomes(report)).toEqual(['assigned', 'assigned', 'assigned'])
    expect(await emails()).toEqual(recipients.map(({ email }) => email))
  })

  test.each([401, 403])('a %i ends the job at once, because everybody would get it', async (status) => {
    fault({ kind: 'status', status })
    const report = await start(world.organization(), people(10), { concurrency: 2 })
    expect(new Set(outcomes(report))).toEqual(new Set(['failed', 'skipped']))
    expect(posts().length).toBeLessThanOrEqual(2)
  })
})

describe('people who are refused', () => {
  /** Creates a client of `@seats/server` in this process, for a user with this grant. */
  const granted = (grant: Omit<SeatsGrant, 'sources'>) => {
    const handler = createSeatsHandler({
      client: world.organization(),
      basePath: '/api/seats',
      authorize: () => ({ sources: [world.source], ...grant }) as SeatsGrant,
    })
    return createSeatsClient({
      ...quick,
      baseURL: '/api/seats',
      fetch: (request) => {
        request.headers.set('sec-fetch-site', 'same-origin')
        return handler(request)
      },
    })
  }
  const recipients = people(3)
  const [first, ...others] = recipients.map((recipient) => ({ ...recipient, immediate_claim: true }))
  if (first === undefined) throw new Error('There is nobody')

  test('for a grant that only they need do not stop the job', async () => {
    const report = await start(granted({}), [first, ...recipients.slice(1)], { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', 'assigned', 'assigned'])
    expect(report.results[0]?.error?.code).toBe('OperationNotGranted')
  })
  test('for a grant that all need stop the job', async () => {
    const report = await start(granted({}), [first, ...others], { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', 'skipped', 'skipped'])
  })
  test('for an operation that is not granted stop the job', async () => {
    const report = await start(granted({ operations: ['listSeats'] }), recipients, { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', 'skipped', 'skipped'])
  })

  test('for a customer id, which this user may not use, do not stop the job', async () => {
    const byId = [{ external_customer_id: 'cus_1' }, { customer_id: emulator.ref('acme/jane') }]
    const report = await start(granted({}), [...byId, ...recipients.slice(1)], { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', 'failed', 'assigned', 'assigned'])
    expect(report.results[0]?.error?.code).toBe('OperationNotGranted')
  })

  test('because Polar refuses the token of the server stop the job, and the report says so', async () => {
    fault({ kind: 'status', status: 401 })
    const report = await start(granted({}), people(10), { concurrency: 2 })
    expect(new Set(outcomes(report))).toEqual(new Set(['failed', 'skipped']))
    expect(report.error).toMatchObject({ code: 'UpstreamRefused', status: 502 })
    expect(posts().length).toBeLessThanOrEqual(2)
  })

  test('because the function for the token fails stop the job', async () => {
    let calls = 0
    const client = world.organization({
      accessToken: () => {
        if (++calls > 1) throw new Error('The token store is down.')
        return 'polar_oat_acme'
      },
    })
    fault({ kind: 'status', status: 401 })
    const report = await start(client, people(10), { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', ...people(9).map(() => 'skipped')])
    expect(report.error?.code).toBe('Unauthorized')
  })

  test('come last in a resume, and delay nobody else', async () => {
    const client = world.organization({
      fetch: async (request) => {
        const isTheirs = request.method === 'POST' && (await request.clone().text()).includes('p0@')
        return isTheirs ? new Response('<h1>Forbidden</h1>', { status: 403 }) : globalThis.fetch(request)
      },
    })
    const resume = await start(client, recipients, { concurrency: 1 })
    expect(outcomes(resume)).toEqual(['failed', 'skipped', 'skipped'])
    const report = await assignSeats(client, { source: world.source, recipients, resume }, { concurrency: 1 })
    expect(outcomes(report)).toEqual(['failed', 'assigned', 'assigned'])
  })
})

test('any number of 429s uses up no attempt', async () => {
  fault({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, 30)
  const report = await start(world.organization(), people(5))
  expect(outcomes(report)).toEqual(people(5).map(() => 'assigned'))
})

describe('seats', () => {
  test('that run out lead to no_seat, and a resume assigns them when there are more', async () => {
    const client = between(world, { POST: [undefined, () => buySeats(3)] })
    const recipients = people(6)
    const first = await start(client, recipients, { concurrency: 1 })
    expect(outcomes(first)).toEqual(['assigned', 'assigned', 'assigned', 'no_seat', 'no_seat', 'no_seat'])
    await buySeats(10)
    const report = await assignSeats(client, { source: world.source, recipients, resume: first })
    expect(outcomes(report)).toEqual(recipients.map(() => 'assigned'))
    expect(report.complete).toBe(true)
  })

  test('that a failure frees go to people who found none', async () => {
    await buySeats(2)
    const recipients = [{ external_member_id: 'usr_unknown' }, { email: 'a@example.com' }, { email: 'b@example.com' }]
    expect(outcomes(await start(world.organization(), recipients))).toEqual(['failed', 'assigned', 'assigned'])
  })

  test('that a lost call did not use are found by a later read', async () => {
    await buySeats(1)
    const client = between(world, { POST: [lose], GET: [undefined, lose, lose, lose] })
    const recipients = [{ external_member_id: 'usr_unknown' }, { email: 'a@example.com' }]
    expect(outcomes(await start(client, recipients))).toEqual(['failed', 'assigned'])
  })

  test('of an unpaid order are not available', async () => {
    fault({
      kind: 'status',
      status: 400,
      body: '{"error":"SeatNotAvailable","detail":"Order must be paid before assigning seats"}',
    })
    expect(outcomes(await start(world.organization(), people(3)))).toEqual(['no_seat', 'no_seat', 'no_seat'])
    // After a lost answer, the lost call may have taken the last seat. The job reads the roster, but not without end.
    const sent = posts().length
    const report = await start(between(world, { POST: [lose] }), people(1), { signal: AbortSignal.timeout(5_000) })
    expect(report.results).toMatchObject([{ outcome: 'failed', error: { code: 'SeatNotAvailable' } }])
    expect(posts().length - sent).toBeLessThan(10)
  })
})

describe('somebody else who assigns at the same time', () => {
  const polar = () => world.organization()
  const seatAda = () => polar().assignSeat({ ...world.source, email: 'ada@example.com' })
  const named = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }))

  test('and takes the last seat for the same person: they are already seated', async () => {
    await buySeats(1)
    const report = await start(between(world, { POST: [seatAda] }), named('ada'))
    expect(report.results).toMatchObject([{ outcome: 'already_seated', seat: { email: 'ada@example.com' } }])
    expect(report.complete).toBe(true)
  })

  test('does not make the outcomes wrong of people for whom no call was sent', async () => {
    await buySeats(2)
    const client = between(world, { POST: [undefined, seatAda] })
    const report = await start(client, named('grace', 'kay', 'joan', 'ADA'), { concurrency: 1 })
    expect(outcomes(report)).toEqual(['assigned', 'no_seat', 'no_seat', 'already_seated'])
    // The call for Ada is not from this job.
    expect(posts()).toHaveLength(2 + 1)
  })

  test('does not make the outcomes wrong of people beyond the free seats', async () => {
    await buySeats(2)
    const client = between(world, { POST: [undefined, seatAda] })
    const report = await start(client, named('grace', 'kay', 'ada'), { concurrency: 1 })
    expect(outcomes(report)).toEqual(['assigned', 'no_seat', 'already_seated'])
  })

  test('has seated the person, although a call of this job was lost too', async () => {
    const client = between(world, {
      POST: [
        async () => {
          await seatAda()
          // Some time passes before the next call.
          emulator.advance(1)
        },
        lose,
      ],
    })
    const report = await start(client, named('grace', 'ada'), { concurrency: 1 })
    expect(outcomes(report)).toEqual(['assigned', 'already_seated'])
  })

  test('has seated the person with a claimed seat', async () => {
    const client = between(world, {
      POST: [
        async () => {
          await polar().assignSeat({ ...world.source, email: 'ada@example.com', immediate_claim: true })
          emulator.advance(1)
        },
        lose,
      ],
    })
    const recipients = named('grace', 'ada').map((recipient) => ({ ...recipient, immediate_claim: true }))
    expect(outcomes(await start(client, recipients, { concurrency: 1 }))).toEqual(['assigned', 'already_seated'])
  })

  test('may be the same job in an earlier process, whose lost call counts as its own', async () => {
    const recipients = named('grace', 'ada')
    const stored: string[] = []
    const seatedAda = Promise.withResolvers<void>()
    const controller = new AbortController()
    const first = start(between(world, { POST: [undefined, () => seatedAda.promise] }), recipients, {
      onProgress: ({ report }) => stored.push(JSON.stringify(report)),
      signal: controller.signal,
    })
    await vi.waitFor(() => expect(stored).toHaveLength(1))
    seatedAda.resolve()
    await first
    const resume: AssignSeatsReport = JSON.parse(stored[0] ?? '')
    expect(outcomes(resume)).toEqual(['assigned', 'skipped'])
    const report = await assignSeats(polar(), { source: world.source, recipients, resume })
    expect(outcomes(report)).toEqual(['assigned', 'assigned'])
  })

  test.each([3600_000, -3600_000])('is recognized by a clock that is wrong by %i ms too', async (wrong) => {
    const now = () => Date.now() + wrong
    const client = world.organization({ now })
    fault({ kind: 'drop_after' }, 1)
    const report = await start(client, named('ada', 'grace', 'kay'), { concurrency: 3 })
    expect(outcomes(report)).toEqual(['assigned', 'assigned', 'assigned'])
  })
})

test('stores the times of lost calls by its option now', async () => {
  const now = () => Date.UTC(2030, 0, 1)
  fault({ kind: 'drop_before' })
  const blind = between(world, { GET: [undefined, ...Array.from({ length: 100 }, () => lose)] })
  const report = await start(blind, people(1), { now })
  expect(report.results[0]?.sentAt).toBe('2030-01-01T00:00:00.000Z')
})

describe('an abort', () => {
  test('before the start sends nothing', async () => {
    const report = await start(world.organization(), people(2), { signal: AbortSignal.abort() })
    expect(outcomes(report)).toEqual(['skipped', 'skipped'])
    expect(world.sent).toEqual([])
  })
  test('while the roster is read sends no assign', async () => {
    const controller = new AbortController()
    const client = between(world, { GET: [() => controller.abort()] })
    const report = await start(client, people(2), { signal: controller.signal })
    expect(outcomes(report)).toEqual(['skipped', 'skipped'])
    expect(posts()).toEqual([])
  })
  test('lets the calls under way end, and sends no other', async () => {
    const controller = new AbortController()
    const client = between(world, { POST: [undefined, undefined, undefined, () => controller.abort()] })
    const report = await start(client, people(10), { signal: controller.signal, concurrency: 2 })
    const assigned = outcomes(report).filter((outcome) => outcome === 'assigned')
    expect(posts().length).toBeLessThanOrEqual(5)
    expect(assigned).toHaveLength(posts().length)
    expect(outcomes(report).filter((outcome) => outcome === 'skipped')).toHaveLength(10 - assigned.length)
    expect(await emails()).toHaveLength(assigned.length)
  })
  test('ends a pause', async () => {
    fault({ kind: 'status', status: 429, headers: { 'retry-after': '3600' } })
    const controller = new AbortController()
    const client = world.organization({
      ...quick,
      fetch: async (request) => {
        const response = await globalThis.fetch(request)
        if (response.status === 429) setTimeout(() => controller.abort(), 20)
        return response
      },
    })
    const report = await start(client, people(4), { signal: controller.signal })
    expect(outcomes(report)).toEqual(['skipped', 'skipped', 'skipped', 'skipped'])
  })
})

test('renews the token during a job', async () => {
  let token = 'polar_oat_old'
  const client = world.organization({
    accessToken: ({ refresh }: { refresh: boolean }) => {
      if (refresh) token = 'polar_oat_acme'
      return token
    },
  })
  expect((await start(client, people(5))).complete).toBe(true)
})

test('works with a session, and through @seats/server', async () => {
  expect((await start(world.portal() as SeatsClient, people(5))).complete).toBe(true)
  expect((await start(world.tokenless(), people(10))).complete).toBe(true)
  expect(await emails()).toHaveLength(10)
})

test('works with a wrapped client', async () => {
  const inner = world.organization()
  const wrapped: SeatsClient = { ...inner, assignSeat: (seatAssign, options) => inner.assignSeat(seatAssign, options) }
  expect((await start(wrapped, people(5))).complete).toBe(true)
})

test('an error that is not a SeatsError is thrown after the calls under way have ended, and no other is sent', async () => {
  const inner = world.organization()
  let calls = 0
  let running = 0
  const mistake = new Error('a mistake in a wrapper')
  const wrapped: SeatsClient = {
    ...inner,
    assignSeat: async (seatAssign, options) => {
      if (++calls === 2) throw mistake
      running++
      return inner.assignSeat(seatAssign, options).finally(() => running--)
    },
  }
  await expect(start(wrapped, people(10), { concurrency: 3 })).rejects.toBe(mistake)
  expect([calls, running]).toEqual([3, 0])
  expect(await emails()).toHaveLength(2)
})
