import { seatOccupant, type CustomerSeat } from '@seats/core'
import {
  createSeatsMirror,
  createSeatsWebhookHandler,
  memoryStore,
  type MirrorSeat,
  type MirrorTable,
} from '@seats/server'
import { seededRandom } from '../seededRandom.ts'
import { expect, onTestFinished, test, vi } from 'vitest'
import { guideSql } from '../guideExample.ts'
import { startLapsingTeam, type LapsingTeam } from '../startLapsingTeam.ts'
import { createMirrorTable } from '../createMirrorTable.ts'
import { copyRecipes, loadRecipe, loadSqliteRecipe } from '../recipe.ts'
import { startPostgres } from '../startPostgres.ts'
import postgres from 'postgres'
import { signedRequest, secrets } from '../sign.ts'

const comparableSeat = (seat: CustomerSeat) => ({
  id: seat.id,
  status: seat.status,
  person: seatOccupant(seat),
  metadata: seat.seat_metadata,
  expires: seat.invitation_token_expires_at,
  claimed: seat.claimed_at,
  revoked: seat.revoked_at,
})

const comparableRow = (row: MirrorSeat) => ({
  id: row.id,
  status: row.status,
  person:
    row.status === 'revoked'
      ? null
      : { email: row.email, member_id: row.member_id, external_member_id: row.external_member_id, name: row.name },
  metadata: row.metadata,
  expires: row.invitation_token_expires_at,
  claimed: row.claimed_at,
  revoked: row.revoked_at,
})

const compareIds = (first: { id: string }, second: { id: string }) => first.id.localeCompare(second.id)

async function expectRowsEqualRoster(table: MirrorTable, { source, roster, polar }: LapsingTeam) {
  const rows = await table.findSeats('source_id', source.subscription_id)
  expect(rows.map(comparableRow).toSorted(compareIds)).toEqual(
    (await roster()).map(comparableSeat).toSorted(compareIds),
  )
  const { total_seats } = await polar.listSeats(source)
  expect(await table.findSource(source.subscription_id)).toMatchObject({ seats: total_seats, status: 'active' })
}

/** Changes a team at random until Polar has sent at least this number of events. Returns the events, oldest first. */
async function createEvents(team: LapsingTeam, count: number, random: () => number) {
  const { emulator, polar, source, setWebhookHandler, assign } = team
  const sentEvents: { type: string; timestamp: string; data: CustomerSeat }[] = []
  setWebhookHandler(async (request) => {
    sentEvents.push(await request.json())
    return new Response()
  })
  const pick = <T>(items: T[]): T | undefined => items[Math.floor(random() * items.length)]
  while (sentEvents.length < count) {
    const { seats, available_seats } = await polar.listSeats(source)
    const takenSeats = seats.filter(({ status }) => status !== 'revoked')
    const roll = random()
    if (available_seats > 0 && roll < 0.55) {
      const freeAddresses = Array.from({ length: 30 }, (_, index) => `q${index}@example.com`).filter(
        (email) => !takenSeats.some((seat) => seat.customer_email === email),
      )
      await assign(pick(freeAddresses) ?? '', random() < 0.6)
    } else if (roll < 0.9 || available_seats === 0) await polar.revokeSeat(pick(takenSeats)?.id ?? '')
    else {
      const seats = 14 + Math.floor(random() * 10)
      const response = await emulator.fetch(`${emulator.url}/v1/subscriptions/${source.subscription_id}`, {
        method: 'PATCH',
        headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
        body: JSON.stringify({ seats, proration_behavior: random() < 0.5 ? 'prorate' : 'next_period' }),
      })
      // Polar refuses a number that is smaller than the number of people with a seat.
      if (!response.ok) expect(response.status).toBe(400)
    }
    await emulator.delivered()
  }
  return sentEvents
}

/** Removes 30 % of the events, repeats some, and changes their order. */
const disturb = <T>(events: T[], random: () => number): T[] =>
  events
    .filter(() => random() >= 0.3)
    .flatMap((event) => (random() < 0.3 ? [event, event] : [event]))
    .map((event) => ({ event, rank: random() }))
    .toSorted((first, second) => first.rank - second.rank)
    .map(({ event }) => event)

async function deliverAndReconcile(table: MirrorTable, seed: number, count = 1_000) {
  const random = seededRandom(seed)
  const team = await startLapsingTeam()
  const sentEvents = disturb(await createEvents(team, count, random), random)
  const mirror = createSeatsMirror({ client: team.createClient(), table })
  const webhooks = createSeatsWebhookHandler({ secret: secrets.newer, store: memoryStore(), mirror })
  for (const [index, event] of sentEvents.entries()) {
    expect((await webhooks(signedRequest(event, { id: `msg_${index}` }))).status).toBe(200)
  }
  const firstReport = await mirror.reconcile([team.source])
  expect(firstReport).toMatchObject({ checked: 1, failed: [], gone: [], resume: null })
  await expectRowsEqualRoster(table, team)
  const secondReport = await mirror.reconcile([team.source])
  expect(secondReport).toMatchObject({ checked: 1, repaired: 0, failed: [], gone: [], resume: null })
  return { team, mirror, firstReport }
}

test.each([1, 2, 3])(
  'after 1,000 events, some lost, sent twice or out of order, one `reconcile` makes the tables equal to Polar (seed %i)',
  { timeout: 120_000 },
  async (seed) => {
    const { table, writes } = createMirrorTable()
    const { mirror, team, firstReport } = await deliverAndReconcile(table, seed)
    expect(firstReport.repaired).toBeGreaterThan(0)
    const earlierWrites = writes()
    await mirror.reconcile([team.source])
    expect(writes()).toBe(earlierWrites)
  },
)

test('with the recipe for SQLite, one `reconcile` makes the tables equal to Polar', { timeout: 120_000 }, async () => {
  const { table } = await loadSqliteRecipe<{ table: MirrorTable }>('mirrorTable.ts', 'mirror.md')
  const { firstReport } = await deliverAndReconcile(table, 4)
  expect(firstReport.repaired).toBeGreaterThan(0)
})

test(
  'with the recipe for Postgres, one `reconcile` makes the tables equal to Polar',
  { timeout: 120_000 },
  async () => {
    const server = await startPostgres()
    onTestFinished(() => server.stop())
    const sql = postgres(server.url)
    await sql.unsafe(guideSql('mirror.md'))
    await sql.end()
    const directory = copyRecipes({ 'mirrorTablePostgres.ts': 'mirror.md' })
    const { table } = await loadRecipe<{ table: MirrorTable }>(directory, 'mirrorTablePostgres.ts', server.url)
    const { firstReport } = await deliverAndReconcile(table, 5)
    expect(firstReport.repaired).toBeGreaterThan(0)
  },
)

async function startMirror(options: Parameters<typeof startLapsingTeam>[0] = {}) {
  const team = await startLapsingTeam(options)
  const { table, seats, sources, writes } = createMirrorTable()
  const client = team.createClient()
  const mirror = createSeatsMirror({ client, table })
  const causes: string[] = []
  const webhooks = createSeatsWebhookHandler({
    secret: secrets.newer,
    store: memoryStore(),
    mirror,
    on: { 'customer_seat.revoked': ({ cause, occupant }) => void causes.push(`${occupant?.email} ${cause}`) },
  })
  team.setWebhookHandler(webhooks)
  return { ...team, table, seats, sources, writes, mirror, causes }
}

test('a revoked row keeps the last person, the time and the cause', async () => {
  const { mirror, source, revoke, emulator, seats, causes } = await startMirror()
  await mirror.reconcile([source])
  await revoke('p3@example.com')
  await emulator.delivered()
  const [row] = [...seats.values()].filter(({ status }) => status === 'revoked')
  expect(row).toMatchObject({ email: 'p3@example.com', metadata: { desk: 3 }, revoked_cause: 'person' })
  expect(row?.revoked_at).toMatch(/^20/)
  expect(causes).toEqual(['p3@example.com person'])
  await mirror.reconcile([source])
  expect(seats.get(row?.id ?? '')).toEqual(row)
})

test('a revoked row does not keep the name of an earlier occupant', async () => {
  const { mirror, source, revoke, assign, emulator, seats, setWebhookHandler } = await startMirror()
  await mirror.reconcile([source])
  await revoke('p3@example.com')
  await emulator.delivered()
  // The endpoint is off while Zoe has the seat.
  setWebhookHandler(async () => new Response())
  const { id } = await assign('zoe@example.com')
  await revoke('zoe@example.com')
  await emulator.delivered()
  await mirror.reconcile([source])
  expect(seats.get(id)).toMatchObject({ status: 'revoked', email: null, member_id: null, revoked_cause: 'person' })
})

test('a late event adds the last person to a revoked row', async () => {
  const { mirror, source, revoke, assign, emulator, seats, setWebhookHandler } = await startMirror()
  const lateEvents: Request[] = []
  setWebhookHandler(async (request) => {
    lateEvents.push(request)
    return new Response()
  })
  const { id } = await assign('zoe@example.com')
  await revoke('zoe@example.com')
  await emulator.delivered()
  await mirror.reconcile([source])
  expect(seats.get(id)).toMatchObject({ status: 'revoked', email: null })
  const claimedEvent = (await lateEvents[0]?.json()) as { data: CustomerSeat }
  await mirror.record({ kind: 'seat', seat: claimedEvent.data, cause: 'person' })
  expect(seats.get(id)).toMatchObject({ status: 'revoked', email: 'zoe@example.com' })
})

test('a source’s row has the seat count, the status and the scheduled change', async () => {
  const { mirror, source, emulator, sources } = await startMirror()
  await mirror.reconcile([source])
  const id = source.subscription_id
  expect(sources.get(id)).toMatchObject({ seats: 12, status: 'active', scheduled_seats: null })
  const change = (body: object) =>
    emulator.fetch(`${emulator.url}/v1/subscriptions/${id}`, {
      method: 'PATCH',
      headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
      body: JSON.stringify(body),
    })
  await change({ seats: 10, proration_behavior: 'next_period' })
  await emulator.delivered()
  expect(sources.get(id)).toMatchObject({ seats: 12, scheduled_seats: 10, scheduled_at: expect.stringMatching(/^20/) })
  await change({ pending_update: null })
  await emulator.delivered()
  expect(sources.get(id)).toMatchObject({ seats: 12, scheduled_seats: null, scheduled_at: null })
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(sources.get(id)).toMatchObject({ status: 'past_due' })
})

test('the cause in the rows is `lapse` after a failed payment, and `ended` after the subscription’s end', async () => {
  const lapsed = await startMirror()
  await lapsed.mirror.reconcile([lapsed.source])
  lapsed.emulator.lifecycle('acme/sub', 'payment_failed')
  await lapsed.emulator.delivered()
  expect(new Set([...lapsed.seats.values()].map((row) => `${row.status} ${row.revoked_cause}`))).toEqual(
    new Set(['revoked lapse']),
  )
  // One read of the roster and one of the subscription explain all nine events.
  expect(lapsed.calls.length).toBeLessThanOrEqual(4)

  const ended = await startMirror()
  await ended.mirror.reconcile([ended.source])
  await ended.emulator.fetch(`${ended.emulator.url}/v1/subscriptions/${ended.source.subscription_id}`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer polar_oat_acme' },
  })
  await ended.emulator.delivered()
  expect(new Set([...ended.seats.values()].map((row) => `${row.status} ${row.revoked_cause}`))).toEqual(
    new Set(['revoked ended']),
  )
})

test('a member’s new address is written into the rows', async () => {
  const { mirror, source, emulator, seats } = await startMirror()
  await mirror.reconcile([source])
  const row = [...seats.values()].find(({ email }) => email === 'p1@example.com')
  const customer = emulator.ref('acme/jane')
  const answer = await emulator.fetch(`${emulator.url}/v1/customers/${customer}/members/${row?.member_id}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ email: 'new@example.com', name: 'New' }),
  })
  expect(answer.status).toBe(200)
  await emulator.delivered()
  expect(seats.get(row?.id ?? '')).toMatchObject({ email: 'new@example.com', name: 'New', status: 'claimed' })
  const { version: _, ...rowWithoutVersion } = seats.get(row?.id ?? '') ?? {}
  await mirror.reconcile([source])
  expect(seats.get(row?.id ?? '')).toMatchObject(rowWithoutVersion)
})

test('`reconcile` repairs the rows after the endpoint was switched off', async () => {
  const team = await startMirror()
  const { mirror, source, emulator, assign, revoke, table, setWebhookHandler } = team
  await mirror.reconcile([source])
  setWebhookHandler(async () => new Response(null, { status: 500 }))
  for (let index = 0; index < 10; index++) {
    await assign(`q${index}@example.com`).catch(() => revoke(`p${index % 5}@example.com`))
  }
  for (let minute = 0; minute < 60 && emulator.endpoints()[0]?.enabled; minute++) {
    emulator.advance(60)
    await emulator.delivered()
  }
  expect(emulator.endpoints()[0]?.enabled).toBe(false)
  // Polar sends no webhook about this.
  await revoke('p7@example.com')
  await mirror.reconcile([source])
  await expectRowsEqualRoster(table, team)
})

test('if one source fails, the others are still done, and the next call does only the rest', async () => {
  const { mirror, source, emulator, table, calls } = await startMirror()
  const nextSource = { subscription_id: emulator.ref('acme/next') }
  const { id } = emulator.inject({
    match: { path: '/v1/customer-seats' },
    times: 3,
    fault: { kind: 'status', status: 503 },
  })
  expect(id).toBeTruthy()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const running = mirror.reconcile([source, nextSource])
  await vi.advanceTimersByTimeAsync(300_000)
  const firstReport = await running
  vi.useRealTimers()
  expect(firstReport).toMatchObject({ checked: 2, failed: [{ source, error: { status: 503 } }], gone: [] })
  expect(await table.findSeats('source_id', source.subscription_id)).toEqual([])
  calls.length = 0
  const resumedReport = await mirror.reconcile([source, nextSource], {
    resume: JSON.parse(JSON.stringify(firstReport.resume)),
  })
  expect(resumedReport).toMatchObject({ checked: 1, failed: [], resume: null })
  expect(calls).toHaveLength(2)
})

test('a source that no longer exists at Polar becomes `gone`, and its rows become revoked', async () => {
  const { mirror, source, emulator, seats, sources } = await startMirror()
  await mirror.reconcile([source])
  emulator.inject({
    match: { path: `/v1/subscriptions/${source.subscription_id}` },
    times: 1,
    fault: { kind: 'status', status: 404, body: '{"error":"ResourceNotFound","detail":"Not found"}' },
  })
  expect(await mirror.reconcile([source])).toMatchObject({ checked: 1, failed: [], gone: [source], resume: null })
  expect(new Set([...seats.values()].map(({ status }) => status))).toEqual(new Set(['revoked']))
  expect([...seats.values()].find(({ email }) => email === 'p1@example.com')).toMatchObject({ status: 'revoked' })
  expect(sources.get(source.subscription_id)).toMatchObject({ status: 'gone' })
  // The source comes back, as after a mistake with the token.
  await mirror.reconcile([source])
  expect([...seats.values()].filter(({ status }) => status === 'claimed')).toHaveLength(8)
  expect(sources.get(source.subscription_id)).toMatchObject({ status: 'active' })
})

test('5,000 sources are read at the given rate, and after an abort the next call reads the rest', async () => {
  const { createClient } = await startLapsingTeam({ roster: [] })
  const { table } = createMirrorTable()
  const sentAtMs: number[] = []
  const client = createClient()
  const answer = { seats: [], available_seats: 1, total_seats: 1 }
  const countingClient = {
    ...client,
    listSeats: async () => {
      sentAtMs.push(performance.now())
      return answer
    },
  }
  const mirror = createSeatsMirror({ client: countingClient, table })
  async function* sources(count: number) {
    for (let index = 0; index < count; index++) {
      yield { order_id: `00000000-0000-4000-8000-${String(index).padStart(12, '0')}` }
    }
  }
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const seenCounts: number[] = []
  const controller = new AbortController()
  const running = mirror.reconcile(sources(5_000), {
    ratePerMinute: 100,
    signal: controller.signal,
    onProgress: ({ checked }) => void seenCounts.push(checked),
  })
  await vi.advanceTimersByTimeAsync(20 * 60_000)
  controller.abort()
  const firstReport = await running
  expect(firstReport.checked).toBeLessThanOrEqual(2_100)
  expect(firstReport.checked).toBeGreaterThanOrEqual(2_000)
  const secondRun = mirror.reconcile(sources(5_000), { ratePerMinute: 100, resume: firstReport.resume })
  await vi.advanceTimersByTimeAsync(40 * 60_000)
  const secondReport = await secondRun
  vi.useRealTimers()
  expect(firstReport.checked + secondReport.checked).toBe(5_000)
  expect(secondReport.resume).toBeNull()
  expect(seenCounts.at(-1)).toBe(firstReport.checked)
  const msPerHundredCalls = sentAtMs.slice(100, firstReport.checked).map((at, index) => at - (sentAtMs[index] ?? 0))
  expect(Math.min(...msPerHundredCalls)).toBeGreaterThanOrEqual(60_000)
})

test('if two processes write at the same time, the newest state is stored', async () => {
  const { createClient, setWebhookHandler, emulator, revoke, assign, ...team } = await startLapsingTeam()
  const { table } = createMirrorTable()
  const slowTable: MirrorTable = {
    ...table,
    async findSeats(column, value) {
      const rows = await table.findSeats(column, value)
      await new Promise((resolve) => setImmediate(resolve))
      return rows
    },
  }
  const mirrors = [0, 1].map(() => createSeatsMirror({ client: createClient(), table: slowTable }))
  const bodies: { type: string; data: CustomerSeat }[] = []
  setWebhookHandler(async (request) => {
    bodies.push(await request.json())
    return new Response()
  })
  for (let round = 0; round < 5; round++) {
    await revoke('p1@example.com')
    await assign('p1@example.com')
  }
  await emulator.delivered()
  const records = bodies.flatMap(({ data }) =>
    mirrors.map((mirror) => mirror.record({ kind: 'seat', seat: data, cause: 'person' })),
  )
  await Promise.all(records)
  const [row] = await table.findSeats('id', bodies.at(-1)?.data.id ?? '')
  expect(row && comparableRow(row)).toEqual(
    (await team.roster()).filter(({ id }) => id === row?.id).map(comparableSeat)[0],
  )
})
