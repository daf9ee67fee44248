import { createSeatsClient, type CustomerSeat } from '@seats/core'
import {
  createSeatRecovery,
  createSeatsMirror,
  createSeatsWebhookHandler,
  memoryStore,
  type RecoveryMemory,
  type SeatRecoveryOptions,
} from '@seats/server'
import { describe, expect, test } from 'vitest'
import { startLapsingTeam, type LapsingTeam } from '../startLapsingTeam.ts'
import { createRecoveryMemory } from '../createRecoveryMemory.ts'
import { createMirrorTable } from '../createMirrorTable.ts'
import { secrets } from '../sign.ts'

type Team = Parameters<typeof startLapsingTeam>[0]

const nameOf = (email: string | null | undefined) => email?.split('@')[0] ?? 'nobody'

/**
 * Starts a team, a recovery that has noted who is seated, and a webhook handler. `hooks.beforeCall` runs before each
 * call to Polar.
 */
async function startRecovery(teamOptions: Team = {}, options: Partial<SeatRecoveryOptions> = {}) {
  const team = await startLapsingTeam(teamOptions)
  const { memory, notes } = createRecoveryMemory()
  const hooks = { beforeCall: (_call: string) => {} }
  const client = createSeatsClient({
    accessToken: 'polar_oat_acme',
    baseURL: team.emulator.url,
    retry: { minDelay: 1 },
    fetch: async (request) => {
      hooks.beforeCall(`${request.method} ${new URL(request.url).pathname.split('/')[2]}`)
      return team.emulator.fetch(request)
    },
  })
  const store = memoryStore()
  const allOptions = {
    mode: 'automatic',
    include: () => true,
    client,
    memory,
    store,
    ...options,
  } as SeatRecoveryOptions
  const recovery = createSeatRecovery(allOptions)
  const causes: string[] = []
  const lapses: string[][] = []
  const webhooks = createSeatsWebhookHandler({
    secret: secrets.newer,
    store,
    recovery,
    onLapse: ({ people }) => void lapses.push(people.map(({ email }) => nameOf(email)).toSorted()),
    on: {
      'customer_seat.revoked': ({ cause, data }) => void causes.push(`${nameOf(data.customer_email)} ${cause}`),
    },
  })
  team.setWebhookHandler(webhooks)
  await recovery.sweep([team.source])
  return { ...team, memory, notes, client, hooks, recovery, causes, lapses, store, webhooks }
}

const changePayment = async (
  { emulator }: Pick<LapsingTeam, 'emulator'>,
  event: 'payment_failed' | 'payment_recovered',
) => {
  emulator.lifecycle('acme/sub', event)
  await emulator.delivered()
}

const allPeople = [...Array.from({ length: 8 }, (_, index) => `p${index} claimed`), 'pia pending']

test('a person who lost a seat in a lapse gets it back, even if somebody else got the row before the event arrived', async () => {
  const team = await startRecovery({ seats: 15 })
  const { emulator, recovery, assign, causes, lapses, readOccupants } = team
  const release = emulator.deliveries.hold()
  emulator.lifecycle('acme/sub', 'payment_failed')
  const otherPeople = Array.from({ length: 6 }, (_, index) => `q${index}`)
  for (const name of otherPeople) await assign(`${name}@example.com`)
  await release()
  expect(new Set(causes.map((line) => line.split(' ')[1]))).toEqual(new Set(['lapse']))
  expect(lapses).toHaveLength(1)
  await changePayment(team, 'payment_recovered')
  expect(await recovery.run()).toMatchObject([{ state: 'restored' }])
  expect(await readOccupants()).toEqual([...allPeople, ...otherPeople.map((name) => `${name} claimed`)].toSorted())
})

describe('a lapse that begins while a team is read', () => {
  /** Makes the team lapse right before this call, once. */
  function lapseBefore({ hooks, emulator }: Awaited<ReturnType<typeof startRecovery>>, callNumber: number) {
    let calls = 0
    hooks.beforeCall = () => {
      calls += 1
      if (calls === callNumber) emulator.lifecycle('acme/sub', 'payment_failed')
    }
  }

  test.each([1, 2])('does not make a sweep record the cause `person` (before call %i)', async (callNumber) => {
    const team = await startRecovery()
    const { recovery, source, setWebhookHandler, readOccupants } = team
    setWebhookHandler(async () => new Response())
    lapseBefore(team, callNumber)
    await recovery.sweep([source])
    await changePayment(team, 'payment_recovered')
    await recovery.sweep([source])
    await recovery.run()
    expect(await readOccupants()).toEqual(allPeople)
  })

  test.each([1, 2])('does not make a mirror record the cause `person` (before call %i)', async (callNumber) => {
    const team = await startRecovery()
    const { client, source, setWebhookHandler } = team
    setWebhookHandler(async () => new Response())
    const { table, seats } = createMirrorTable()
    const mirror = createSeatsMirror({ client, table })
    await mirror.reconcile([source])
    lapseBefore(team, callNumber)
    await mirror.reconcile([source])
    await mirror.reconcile([source])
    expect([...seats.values()].map(({ revoked_cause }) => revoked_cause)).toEqual(Array(9).fill('lapse'))
  })

  test.each([1, 2])('is not forgotten by a run that began before the lapse (before call %i)', async (callNumber) => {
    const team = await startRecovery()
    const { recovery, emulator, readOccupants } = team
    await changePayment(team, 'payment_failed')
    await changePayment(team, 'payment_recovered')
    await recovery.run()
    await emulator.delivered()
    await changePayment(team, 'payment_failed')
    await changePayment(team, 'payment_recovered')
    lapseBefore(team, callNumber)
    await recovery.run()
    await emulator.delivered()
    await changePayment(team, 'payment_recovered')
    await recovery.run()
    expect(await readOccupants()).toEqual(allPeople)
  })
})

test('a second lapse at the very end of a restoration is recovered as well', async () => {
  const team = await startRecovery()
  const { client, memory, store, readOccupants } = team
  await changePayment(team, 'payment_failed')
  await changePayment(team, 'payment_recovered')
  let seatedAgain = 0
  const slowMemory: RecoveryMemory = {
    ...memory,
    async set(key, value) {
      await memory.set(key, value)
      if (key.startsWith('sent/') && value.includes('"seat"')) seatedAgain += 1
      if (seatedAgain !== 9) return
      seatedAgain += 1
      await changePayment(team, 'payment_failed')
    },
  }
  await createSeatRecovery({ client, memory: slowMemory, store, mode: 'automatic', include: () => true }).run()
  expect(await readOccupants()).toEqual([])
  await changePayment(team, 'payment_recovered')
  await team.recovery.run()
  expect(await readOccupants()).toEqual(allPeople)
})

test('a person who was seated during a restoration gets the seat back after a second lapse', async () => {
  const roster = Array.from({ length: 30 }, (_, index) => ({
    ref: `m${index}`,
    email: `m${index}@example.com`,
    status: 'claimed' as const,
  }))
  let includeCalls = 0
  const includeHooks: { atTwentyFive?: () => void } = {}
  const team = await startRecovery(
    { roster, seats: 40 },
    {
      mode: 'automatic',
      include: () => {
        includeCalls += 1
        if (includeCalls === 25) includeHooks.atTwentyFive?.()
        return true
      },
    },
  )
  const { recovery, emulator, readOccupants, assign } = team
  includeHooks.atTwentyFive = () => void emulator.lifecycle('acme/sub', 'payment_failed')
  await changePayment(team, 'payment_failed')
  await changePayment(team, 'payment_recovered')
  expect(await recovery.run()).toMatchObject([{ state: 'waiting' }])
  await emulator.delivered()
  await assign('dave@example.com')
  await emulator.delivered()
  emulator.lifecycle('acme/sub', 'payment_retry_failed')
  await emulator.delivered()
  await changePayment(team, 'payment_recovered')
  await recovery.run()
  await emulator.delivered()
  await recovery.run()
  expect(await readOccupants()).toHaveLength(31)
  expect(await recovery.run()).toEqual([])
})

test('an admin can restore a team of one after each lapse', async () => {
  const team = await startRecovery({ roster: [{ ref: 'p0', email: 'p0@example.com', status: 'claimed' }] })
  const { recovery, emulator, source, readOccupants } = team
  for (let round = 0; round < 3; round++) {
    await changePayment(team, 'payment_failed')
    await changePayment(team, 'payment_recovered')
    const plan = await recovery.plan(source)
    const { restored } = await recovery.restore(source, { plan, only: plan.people.map(({ person }) => person.key) })
    await emulator.delivered()
    expect(restored).toHaveLength(1)
    expect(await readOccupants()).toEqual(['p0 claimed'])
    emulator.advance(24 * 3600)
  }
})

test('a revoke that arrives again while Polar cannot be read keeps its cause', async () => {
  const team = await startRecovery()
  const { emulator, revoke, source, notes } = team
  const events: CustomerSeat[] = []
  team.setWebhookHandler(async (request) => {
    const { type, data } = (await request.clone().json()) as { type: string; data: CustomerSeat }
    if (type === 'customer_seat.revoked') events.push(data)
    return team.webhooks(request)
  })
  await revoke('p0@example.com')
  await emulator.delivered()
  const secondRecovery = createSeatRecovery({ client: team.client, memory: team.memory, store: team.store })
  team.hooks.beforeCall = () => {
    throw new Error('Polar is down.')
  }
  const [event] = events
  if (event === undefined) throw new Error('no event')
  expect(await secondRecovery.record.seat(event, source)).toMatchObject({ cause: 'person' })
  expect([...notes].filter(([key]) => key.startsWith('revoke/')).map(([, value]) => JSON.parse(value).cause)).toEqual([
    'person',
  ])
})

test('if `to` belongs to another customer, nobody is seated, and the next call can seat everybody', async () => {
  const team = await startRecovery()
  const { emulator, recovery, source, readOccupants } = team
  await emulator.fetch(`${emulator.url}/_emulator/seed`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      organizations: [
        {
          slug: 'acme',
          customers: [{ ref: 'other', email: 'other@example.com', type: 'team' }],
          subscriptions: [{ ref: 'foreign', product: 'team', customer: 'other', seats: 20 }],
        },
      ],
    }),
  })
  await changePayment(team, 'payment_failed')
  await changePayment(team, 'payment_recovered')
  const plan = await recovery.plan(source)
  const to = { subscription_id: emulator.refs['acme/foreign'] ?? '' }
  await expect(recovery.restore(source, { plan, to })).rejects.toMatchObject({ code: 'RequestValidationError' })
  await recovery.run()
  expect(await readOccupants()).toEqual(allPeople)
})

test('people who already have a seat on the new subscription need no free seat there', async () => {
  const team = await startRecovery({ seats: 9 })
  const { emulator, recovery, source, polar } = team
  const to = { subscription_id: emulator.ref('acme/next') }
  await emulator.fetch(`${emulator.url}/v1/subscriptions/${source.subscription_id}`, {
    method: 'DELETE',
    headers: { authorization: 'Bearer polar_oat_acme' },
  })
  await emulator.delivered()
  await polar.assignSeat({ ...to, email: 'p0@example.com', immediate_claim: true })
  const plan = await recovery.plan(source)
  expect((await recovery.restore(source, { plan, to })).restored).toHaveLength(9)
})

describe('a memory that fails', () => {
  test.each(['get', 'set', 'delete', 'keys'] as const)(
    'in one call of %s does not stop the recovery for good',
    async (kind) => {
      // Each round lets another call fail: the first, the fifth, and so on, until a run has fewer calls than that.
      for (let failingCall = 1; ; failingCall += 4) {
        const team = await startRecovery()
        const { memory, client, store, emulator, readOccupants } = team
        await changePayment(team, 'payment_failed')
        await changePayment(team, 'payment_recovered')
        const mailCount = emulator.outbox().length
        let calls = 0
        const failingMemory: RecoveryMemory = {
          ...memory,
          [kind]: async (...args: [string, string]) => {
            calls += 1
            if (calls === failingCall) throw new Error('The database is down.')
            return memory[kind](...args)
          },
        }
        const recovery = createSeatRecovery({
          client,
          memory: failingMemory,
          store,
          mode: 'automatic',
          include: () => true,
        })
        await recovery.run().catch(() => {})
        await recovery.run()
        await emulator.delivered()
        await createSeatRecovery({ client, memory, store, mode: 'automatic', include: () => true }).run()
        expect(await readOccupants()).toEqual(allPeople)
        expect(emulator.outbox().length - mailCount).toBe(1)
        if (calls < failingCall) break
      }
    },
    60_000,
  )
})
