import {
  applySeatPlan,
  planSeats,
  summarizeRoster,
  type AppliedSeatPlan,
  type CustomerSeat,
  type PlanRecipient,
  type PlanSeatsOptions,
  type SeatPlanProgress,
  type SeatsClient,
} from '@seats/core'
import fc from 'fast-check'
import { beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { createInterruptedClient, throwNetworkError } from '../../createInterruptedClient.ts'
import { createPeople, seedWithSeats } from '../../team.ts'
import { startServers } from '../../startServers.ts'

const servers = await startServers(seedWithSeats(6))
const { emulator } = servers
let polar: SeatsClient

beforeEach(() => {
  emulator.reset()
  polar = servers.organizationClient({ ratePerMinute: Infinity })
  servers.sent.length = 0
})

const assignSeat = (name: string, options: object = {}) =>
  polar.assignSeat({ ...servers.source, email: `${name}@example.com`, ...options })
const recipientsNamed = (...names: string[]) => names.map((name) => ({ email: `${name}@example.com` }))
const createPlan = async (desired: PlanRecipient[], options: Partial<PlanSeatsOptions> = {}) =>
  planSeats(await polar.listSeats(servers.source), desired, {
    now: emulator.now(),
    maxRevokes: Infinity,
    allowEmpty: true,
    ...options,
  })
const readTeam = async () =>
  (await servers.readRoster()).seats
    .filter(({ status }) => status !== 'revoked')
    .map(({ email, status }) => `${email?.split('@')[0]} ${status}`)
    .toSorted()
const outcomesOf = ({ revoked, reinvited, assigned }: AppliedSeatPlan) => ({
  revoked: revoked.map(({ outcome }) => outcome),
  reinvited: reinvited.map(({ outcome }) => outcome),
  assigned: assigned.results.map(({ outcome }) => outcome),
})

test('a plan for a full roster first revokes, then renews, then assigns', async () => {
  await assignSeat('late', { metadata: { team: 'x' } })
  emulator.advance(25 * 3600)
  for (const name of ['a', 'b', 'c', 'd', 'e']) await assignSeat(name, { immediate_claim: true })
  const plan = await createPlan(recipientsNamed('late', 'c', 'd', 'e', 'new1', 'new2'))
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({
    revoked: ['done', 'done'],
    reinvited: ['done'],
    assigned: ['assigned', 'assigned'],
  })
  expect(await readTeam()).toEqual([
    'c claimed',
    'd claimed',
    'e claimed',
    'late pending',
    'new1 pending',
    'new2 pending',
  ])
  expect(summarizeRoster(await servers.readRoster(), { now: emulator.now() }).expired).toBe(0)
  expect(await createPlan(recipientsNamed('late', 'c', 'd', 'e', 'new1', 'new2'))).toMatchObject({
    assign: [],
    revoke: [],
    reinvite: [],
  })
  expect(JSON.parse(JSON.stringify(applied))).toEqual(applied)
})

test('a seat that got a new occupant after the plan was made is not changed', async () => {
  const [bob, expired] = [await assignSeat('bob'), await assignSeat('late')]
  emulator.advance(25 * 3600)
  const plan = await createPlan(recipientsNamed('late'))
  expect([plan.revoke, plan.reinvite]).toMatchObject([[{ id: bob.id }], [{ id: expired.id }]])
  for (const row of [bob, expired]) await polar.revokeSeat(row.id)
  await assignSeat('eve')
  await assignSeat('zoe')
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({ revoked: ['unchanged'], reinvited: ['unchanged'], assigned: [] })
  expect(await readTeam()).toEqual(['eve pending', 'zoe pending'])
})

test('a person who got the seat just before its revoke gets a seat again', async () => {
  const bob = await assignSeat('bob')
  const plan = await createPlan(recipientsNamed('new'))
  const client = createInterruptedClient(servers, {
    DELETE: [
      async () => {
        await polar.revokeSeat(bob.id)
        await assignSeat('eve', { immediate_claim: true })
      },
    ],
  })
  const applied = await applySeatPlan(client, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({ revoked: ['unchanged'], reinvited: [], assigned: ['assigned'] })
  expect(await readTeam()).toEqual(['eve claimed', 'new pending'])
})

test('a failed step is reported, and the others run', async () => {
  for (const name of ['a', 'b']) await assignSeat(name)
  const plan = await createPlan(recipientsNamed('new'))
  emulator.inject({
    fault: { kind: 'status', status: 403, body: '{"error":"NotPermitted","detail":"No"}' },
    match: { method: 'DELETE', path: '/v1/customer-seats' },
    times: 1,
  })
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({ revoked: ['failed', 'done'], reinvited: [], assigned: ['assigned'] })
  expect(applied.revoked[0]?.error).toMatchObject({ code: 'NotPermitted' })
})

test('the report has the revokes even if the assigns cannot start', async () => {
  await assignSeat('a')
  const plan = await createPlan(recipientsNamed('new'))
  const client = createInterruptedClient(servers, {
    GET: [
      undefined,
      () => void emulator.inject({ fault: { kind: 'drop_before' }, match: { path: '/v1/customer-seats' } }),
    ],
  })
  const applied = await applySeatPlan(client, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({ revoked: ['done'], reinvited: [], assigned: ['failed'] })
  expect(applied.assigned).toMatchObject({ complete: false, results: [{ error: { operation: 'listSeats' } }] })
})

test('the outcome of every lost answer is found', async () => {
  for (const name of ['a', 'b', 'c']) await assignSeat(name)
  const plan = await createPlan(recipientsNamed('new1', 'new2'))
  emulator.inject({
    fault: { kind: 'drop_after' },
    match: { method: 'DELETE', path: '/v1/customer-seats' },
    probability: 0.5,
    seed: 3,
  })
  emulator.inject({
    fault: { kind: 'drop_after' },
    match: { method: 'POST', path: '/v1/customer-seats' },
    probability: 0.5,
    seed: 4,
  })
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  expect(outcomesOf(applied)).toMatchObject({ revoked: ['done', 'done', 'done'], assigned: ['assigned', 'assigned'] })
  expect(await readTeam()).toEqual(['new1 pending', 'new2 pending'])
})

test('an abort skips the steps that have not begun', async () => {
  for (const name of ['a', 'b']) await assignSeat(name)
  const plan = await createPlan(recipientsNamed('new'))
  const controller = new AbortController()
  const client = createInterruptedClient(servers, { DELETE: [() => controller.abort()] })
  const applied = await applySeatPlan(client, { source: servers.source, plan }, { signal: controller.signal })
  expect(outcomesOf(applied)).toEqual({ revoked: ['done', 'skipped'], reinvited: [], assigned: ['skipped'] })
  expect(await readTeam()).toHaveLength(1)
})

test.each([
  ['it is found', [], { revoked: ['done', 'skipped'] }],
  ['it stays unknown', [throwNetworkError, throwNetworkError, throwNetworkError], { revoked: ['failed', 'skipped'] }],
])(
  'after an abort, a read still looks for the outcome of a revoke with a lost answer: %s',
  async (_title, reads, expected) => {
    const rows = [await assignSeat('a'), await assignSeat('b')]
    const plan = await createPlan([])
    const controller = new AbortController()
    const revoke = async () => {
      await polar.revokeSeat(plan.revoke[0]?.id ?? '')
      controller.abort()
      throwNetworkError()
    }
    const client = createInterruptedClient(servers, { DELETE: [revoke], GET: [undefined, ...reads] })
    const applied = await applySeatPlan(client, { source: servers.source, plan }, { signal: controller.signal })
    expect(outcomesOf(applied)).toMatchObject(expected)
    expect(applied.revoked[0]?.error?.isAmbiguous).toBe(reads.length > 0 || undefined)
    expect(await readTeam()).toHaveLength(rows.length - 1)
  },
)

describe('a process that ends', () => {
  const desired = [
    { email: 'late@example.com' },
    { email: 'kept@example.com' },
    { email: 'new@example.com', metadata: { team: 'new' } },
  ]

  /**
   * Fills a roster with two unwanted people, an expired invitation with metadata and a seat that stays. Returns a plan
   * that also adds a new person.
   */
  async function preparePlan() {
    emulator.reset()
    await assignSeat('late', { metadata: { team: 'x' } })
    emulator.advance(25 * 3600)
    for (const name of ['gone', 'left']) await assignSeat(name)
    await assignSeat('kept', { immediate_claim: true })
    return createPlan(desired)
  }

  async function expectPlannedRoster() {
    const { seats } = await servers.readRoster()
    const active = seats.filter(({ status }) => status !== 'revoked')
    expect(Object.fromEntries(active.map(({ email, seat_metadata }) => [email, seat_metadata]))).toEqual({
      'late@example.com': { team: 'x' },
      'kept@example.com': {},
      'new@example.com': { team: 'new' },
    })
    expect(active).toHaveLength(3)
    expect(summarizeRoster({ ...(await servers.readRoster()) }, { now: emulator.now() }).expired).toBe(0)
    // Nobody was invited twice: the first mail to `late` is from before the plan.
    expect(emulator.outbox('late@example.com')).toHaveLength(2)
    expect(emulator.outbox('new@example.com')).toHaveLength(1)
  }

  /**
   * Creates the client of a process that ends at call number `fatalCall`: before the call is sent, or before its answer
   * is read.
   */
  function clientThatDies(fatalCall: number, isSent: boolean) {
    let count = 0
    const death = Promise.withResolvers<void>()
    const client = servers.organizationClient({
      ratePerMinute: Infinity,
      timeout: Infinity,
      fetch: async (request) => {
        count++
        if (count === fatalCall && isSent) await globalThis.fetch(request)
        if (count >= fatalCall) {
          death.resolve()
          return new Promise<Response>(() => {})
        }
        return globalThis.fetch(request)
      },
    })
    return { client, death: death.promise, count: () => count }
  }

  test.each([
    ['before a call is sent', false],
    ['before an answer is read', true],
  ])('%s, at any call, can be resumed by another process', { timeout: 120_000 }, async (_title, isSent) => {
    const countingProcess = clientThatDies(Infinity, false)
    const fullPlan = await preparePlan()
    await applySeatPlan(countingProcess.client, { source: servers.source, plan: fullPlan })
    await expectPlannedRoster()
    expect(countingProcess.count()).toBeGreaterThan(8)
    for (let fatalCall = 1; fatalCall <= countingProcess.count(); fatalCall++) {
      const plan = await preparePlan()
      const { client, death } = clientThatDies(fatalCall, isSent)
      let storedReport = 'null'
      const onProgress = ({ report }: SeatPlanProgress) => {
        storedReport = JSON.stringify(report)
      }
      // If Polar renewed the invitation in another row, the renewal reads once more. So a run can have fewer calls than
      // the first one, and end before `fatalCall`.
      await Promise.race([death, applySeatPlan(client, { source: servers.source, plan }, { onProgress })])
      const resume: AppliedSeatPlan | undefined = JSON.parse(storedReport) ?? undefined
      const applied = await applySeatPlan(polar, { source: servers.source, plan, resume })
      expect(applied.complete, `call ${fatalCall}`).toBe(true)
      expect(applied.reinvited.map(({ outcome }) => outcome)).toEqual(['done'])
      await expectPlannedRoster()
    }
  })

  test('loses no metadata if a new plan is made afterwards', { timeout: 60_000 }, async () => {
    const plan = await preparePlan()
    // The eighth call revokes the old seat of `late`, and the process does not get the answer.
    const { client, death } = clientThatDies(8, true)
    let storedReport = ''
    const onProgress = async ({ report }: SeatPlanProgress) => {
      storedReport = JSON.stringify(report)
    }
    void applySeatPlan(client, { source: servers.source, plan }, { onProgress })
    await death
    expect(await readTeam()).toEqual(['kept claimed'])
    const laterPlan = await createPlan(desired)
    expect(laterPlan.assign.map(({ email }) => email)).toEqual(['late@example.com', 'new@example.com'])
    const resume: AppliedSeatPlan = JSON.parse(storedReport)
    const applied = await applySeatPlan(polar, { source: servers.source, plan: laterPlan, resume })
    expect(applied.complete).toBe(true)
    await expectPlannedRoster()
  })

  test('can be resumed without revoking a seat that the person got again in the meantime', async () => {
    const plan = await preparePlan()
    // The second call revokes the seat of the first unwanted person.
    const { client, death } = clientThatDies(2, true)
    let storedReport = ''
    const onProgress = ({ report }: SeatPlanProgress) => {
      storedReport = JSON.stringify(report)
    }
    void applySeatPlan(client, { source: servers.source, plan }, { onProgress })
    await death
    const name = plan.revoke[0]?.email?.split('@')[0] ?? ''
    emulator.advance(60)
    await assignSeat(name)
    await applySeatPlan(polar, { source: servers.source, plan, resume: JSON.parse(storedReport) })
    expect(await readTeam()).toContain(`${name} pending`)
  })

  test('can be resumed after any network faults', { timeout: 180_000 }, async () => {
    const fault = fc.constantFrom('fine', 'fine', 'fine', 'fine', 'before', 'after', 'limit', 'fail', 'die', 'dieSent')
    await fc.assert(
      fc.asyncProperty(fc.array(fault, { minLength: 5, maxLength: 40 }), async (drawnFaults) => {
        const faults = [...drawnFaults]
        const plan = await preparePlan()
        let storedReport: AppliedSeatPlan | undefined
        for (let run = 0; run < 40 && storedReport?.complete !== true; run++) {
          const death = Promise.withResolvers<undefined>()
          let isDead = false
          const client = servers.organizationClient({
            ratePerMinute: Infinity,
            timeout: Infinity,
            fetch: async (request) => {
              const currentFault = isDead ? 'die' : (faults.shift() ?? 'fine')
              if (currentFault === 'limit') return new Response(null, { status: 429, headers: { 'retry-after': '0' } })
              if (currentFault === 'fail') return new Response('<h1>Down</h1>', { status: 503 })
              if (currentFault === 'before') return throwNetworkError()
              const response = currentFault === 'die' ? undefined : await globalThis.fetch(request)
              if (currentFault === 'after') return throwNetworkError()
              if (response !== undefined && currentFault !== 'dieSent') return response
              isDead = true
              death.resolve(undefined)
              return new Promise<Response>(() => {})
            },
          })
          const onProgress = ({ report }: SeatPlanProgress) => {
            if (!isDead) storedReport = JSON.parse(JSON.stringify(report))
          }
          const applied = applySeatPlan(client, { source: servers.source, plan, resume: storedReport }, { onProgress })
          storedReport = (await Promise.race([applied, death.promise])) ?? storedReport
        }
        expect(storedReport?.complete).toBe(true)
        const { seats } = await servers.readRoster()
        const active = seats.filter(({ status }) => status !== 'revoked')
        expect(active.map(({ email, seat_metadata }) => [email, seat_metadata]).toSorted()).toEqual([
          ['kept@example.com', {}],
          ['late@example.com', { team: 'x' }],
          ['new@example.com', { team: 'new' }],
        ])
      }),
      { numRuns: 60 },
    )
  })
})

describe('onProgress', () => {
  test('is called before and after each revoke, and the plan waits for it', async () => {
    for (const name of ['a', 'b']) await assignSeat(name)
    const plan = await createPlan(recipientsNamed('new'))
    const reported: SeatPlanProgress[] = []
    servers.sent.length = 0
    let isStored = true
    const wasStored: boolean[] = []
    const client = servers.organizationClient({
      ratePerMinute: Infinity,
      fetch: (request) => {
        if (request.method === 'DELETE') wasStored.push(isStored)
        return globalThis.fetch(request)
      },
    })
    const applied = await applySeatPlan(
      client,
      { source: servers.source, plan },
      {
        onProgress: async (progress) => {
          reported.push(progress)
          isStored = false
          await new Promise((resolve) => setImmediate(resolve))
          isStored = true
        },
      },
    )
    expect(reported.map(({ done, report }) => [done, ...report.revoked.map(({ outcome }) => outcome)])).toEqual([
      [0, 'started', 'skipped'],
      [1, 'done', 'skipped'],
      [1, 'done', 'started'],
      [2, 'done', 'done'],
      [3, 'done', 'done'],
    ])
    expect(reported.every(({ total }) => total === 3)).toBe(true)
    expect(wasStored).toEqual([true, true])
    expect(applied).toEqual(reported.at(-1)?.report)
    expect(applied.complete).toBe(true)
  })

  test.each([
    ['throws', () => throwNetworkError()],
    ['rejects', () => Promise.reject(new Error('a mistake in a callback'))],
  ])('that %s is reported, and the plan continues', async (_title, onProgress) => {
    const consoleError = vi.spyOn(console, 'error').mockImplementation(() => {})
    onTestFinished(() => consoleError.mockRestore())
    await assignSeat('a')
    const applied = await applySeatPlan(
      polar,
      { source: servers.source, plan: await createPlan(recipientsNamed('new')) },
      { onProgress },
    )
    expect(applied.complete).toBe(true)
    expect(consoleError).toHaveBeenCalledTimes(3)
  })
})

test('a plan revokes a seat without an occupant, and a second plan is empty', async () => {
  const [organization] = seedWithSeats(2).organizations ?? []
  const subscriptions = (organization?.subscriptions ?? []).map((subscription) => ({
    ...subscription,
    roster: [{ status: 'claimed' as const, nobody: true }],
  }))
  emulator.reset({ organizations: [{ slug: 'acme', ...organization, subscriptions }] })
  const desired = recipientsNamed('ada', 'grace')
  const plan = await createPlan(desired)
  expect([plan.revoke.length, plan.shortfall]).toEqual([1, []])
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  expect(outcomesOf(applied)).toEqual({ revoked: ['done'], reinvited: [], assigned: ['assigned', 'assigned'] })
  expect(await readTeam()).toEqual(['ada pending', 'grace pending'])
  expect(await createPlan(desired)).toMatchObject({ assign: [], revoke: [], reinvite: [], shortfall: [] })
})

test('a resume of another source and invalid options are refused', async () => {
  const plan = await createPlan(recipientsNamed('new'))
  const applied = await applySeatPlan(polar, { source: servers.source, plan })
  const otherSource = { order_id: '3f2f6f0e-8f0a-4c39-9d6c-1a2b3c4d5e6f' }
  await expect(applySeatPlan(polar, { source: otherSource, plan, resume: applied })).rejects.toMatchObject({
    code: 'ConfigurationError',
  })
  for (const options of [{ concurrency: NaN }, { ratePerMinute: 0 }, { maxWait: -1 }]) {
    await expect(applySeatPlan(polar, { source: servers.source, plan }, options)).rejects.toMatchObject({
      code: 'ConfigurationError',
    })
  }
})

type Entry = { status: 'claimed' | 'pending' | 'expired' | 'revoked'; name: string }

const pool = createPeople(9)
const anyTeam = fc
  .shuffledSubarray(pool, { maxLength: 6 })
  .chain((members) =>
    fc.tuple(
      ...members.map(({ email }) =>
        fc
          .constantFrom<Entry['status']>('claimed', 'pending', 'expired', 'revoked')
          .map((status): Entry => ({ status, name: email })),
      ),
    ),
  )

async function arrangeRoster(entries: Entry[]): Promise<void> {
  emulator.reset()
  const expiredEntries = entries.filter(({ status }) => status === 'expired')
  for (const { name } of expiredEntries) await polar.assignSeat({ ...servers.source, email: name })
  emulator.advance(25 * 3600)
  const removedSeats: CustomerSeat[] = []
  for (const { name, status } of entries.filter((entry) => !expiredEntries.includes(entry))) {
    const row = await polar.assignSeat({ ...servers.source, email: name, immediate_claim: status === 'claimed' })
    if (status === 'revoked') removedSeats.push(row)
  }
  for (const { id } of removedSeats) await polar.revokeSeat(id)
}

test('an applied plan gives the desired roster, and the next plan is empty', { timeout: 60_000 }, async () => {
  const manage = ({ email }: CustomerSeat) => !email?.startsWith('p1')
  await fc.assert(
    fc.asyncProperty(anyTeam, fc.shuffledSubarray(pool), fc.boolean(), async (entries, desired, isPartlyManaged) => {
      await arrangeRoster(entries)
      const options = isPartlyManaged ? { manage } : {}
      const rosterBefore = await servers.readRoster()
      const plan = await createPlan(desired, options)
      // If the plan assigned more seats than were bought, Polar would refuse, and the outcomes below would show it.
      const applied = await applySeatPlan(polar, { source: servers.source, plan })
      expect(new Set(applied.revoked.map(({ outcome }) => outcome)).size).toBeLessThanOrEqual(1)
      expect(applied.assigned.results.map(({ outcome }) => outcome)).toEqual(plan.assign.map(() => 'assigned'))

      const rosterAfter = await servers.readRoster()
      const seatedEmails = rosterAfter.seats.flatMap(({ email, status }) => (status === 'revoked' ? [] : [email]))
      const shortfallEmails = plan.shortfall.map(({ email }) => email)
      expect(new Set(seatedEmails).size).toBe(seatedEmails.length)
      expect(new Set([...seatedEmails, ...shortfallEmails])).toEqual(
        new Set([
          ...desired.map(({ email }) => email),
          ...(isPartlyManaged
            ? rosterBefore.seats.filter((row) => row.status !== 'revoked' && !manage(row)).map(({ email }) => email)
            : []),
        ]),
      )
      expect(rosterAfter.available_seats === 0 || shortfallEmails.length === 0).toBe(true)
      const untouched = isPartlyManaged
        ? rosterBefore.seats.filter((row) => row.status !== 'revoked' && !manage(row))
        : []
      expect(rosterAfter.seats).toEqual(expect.arrayContaining(untouched))
      expect(await createPlan(desired, options)).toMatchObject({ assign: [], revoke: [], reinvite: [] })
    }),
    { numRuns: 60 },
  )
})
