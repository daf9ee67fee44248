import { createSeatsClient, getSubscription } from '@seats/core'
import { createSeatsWebhookHandler, memoryStore, type SeatGateAnswer } from '@seats/server'
import { afterEach, expect, test, vi } from 'vitest'
import { signedRequest, secrets } from './sign.ts'
import { startGate, type TestGate } from './gate/startGate.ts'

afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

const freezeTime = () => vi.useFakeTimers({ toFake: ['Date'] })
const passSeconds = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)
const summaryOf = (access: SeatGateAnswer) => `${access.seated ? 'seated' : access.reason} ${access.basis}`
const bob = { email: 'bob@example.com' }

const organizationClientOf = ({ emulator }: TestGate) =>
  createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })

test('a webhook about a revoke does not delay the next list, and after that list no check sends a call', async () => {
  freezeTime()
  const testGate = await startGate({ webhooks: true, maxAge: 60 })
  const { gate, sub, emulator, calls } = testGate
  await gate.check(sub, bob)
  passSeconds(50)
  await organizationClientOf(testGate).revokeSeat(emulator.ref('acme/bob'))
  await emulator.delivered()
  passSeconds(20)
  for (let count = 0; count < 5; count++) expect(summaryOf(await gate.check(sub, bob))).toBe('not_seated known')
  expect(calls).toHaveLength(4)
})

test('the grace period does not let in a new person with the address of somebody who lost a seat', async () => {
  const { gate, sub, emulator } = await startGate({ webhooks: true, graceAfterLapse: 3600 })
  const ada = { external_member_id: 'user-ada', email: 'ada@example.com' }
  await gate.check(sub, ada)
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  expect(await gate.check(sub, ada)).toMatchObject({ seated: true, lapsedSince: expect.any(String) })
  expect(await gate.check(sub, { email: 'ada@example.com' })).toMatchObject({ seated: false })
  expect(await gate.check(sub, { ...ada, external_member_id: 'user-new' })).toMatchObject({ seated: false })
})

test('without webhooks, the grace period does not let in a new person with a lapsed person’s address', async () => {
  freezeTime()
  const { gate, sub, emulator } = await startGate({ maxAge: 10, graceAfterLapse: 3600 })
  const ada = { external_member_id: 'user-ada', email: 'ada@example.com' }
  await gate.check(sub, ada)
  emulator.lifecycle('acme/sub', 'payment_failed')
  passSeconds(11)
  expect(await gate.check(sub, ada)).toMatchObject({ seated: true, lapsedSince: expect.any(String) })
  expect(await gate.check(sub, { ...ada, external_member_id: 'user-new' })).toMatchObject({ seated: false })
})

test('a source that no longer exists is not read again before `maxAge` has passed', async () => {
  freezeTime()
  const { gate, sub, emulator, calls } = await startGate({ maxAge: 10 })
  await gate.check(sub, bob)
  await emulator.inject({
    match: { path: '/v1' },
    times: 1_000,
    fault: { kind: 'status', status: 404, body: JSON.stringify({ error: 'ResourceNotFound', detail: 'Not found' }) },
  })
  passSeconds(11)
  for (let count = 0; count < 5; count++) expect(summaryOf(await gate.check(sub, bob))).toBe('not_seated known')
  expect(calls).toHaveLength(4)
})

test('with `maxAge: 0` and `staleFor: 0`, each check asks Polar, and Polar’s answer counts', async () => {
  const { gate, sub, calls } = await startGate({ maxAge: 0, staleFor: 0 })
  expect(summaryOf(await gate.check(sub, bob))).toBe('seated known')
  expect(calls).toHaveLength(2)
  expect(summaryOf(await gate.check(sub, bob))).toBe('seated known')
  expect(calls).toHaveLength(4)
})

test('a late event does not make an old answer count as new', async () => {
  freezeTime()
  const testGate = await startGate({ maxAge: 60 })
  const { gate, sub, emulator, store } = testGate
  const webhooks = createSeatsWebhookHandler({ secret: secrets.newer, store })
  const polar = organizationClientOf(testGate)
  const seat = (await polar.listSeats(sub)).seats.find(({ id }) => id === emulator.ref('acme/bob'))
  const subscription = await getSubscription(polar, sub)
  await gate.check(sub, bob)
  await polar.revokeSeat(emulator.ref('acme/bob'))
  passSeconds(50)
  const send = async (type: string, data: unknown) => {
    const answer = await webhooks(signedRequest({ type, timestamp: new Date().toISOString(), data }, { id: type }))
    expect(answer.ok).toBe(true)
  }
  await send('customer_seat.claimed', seat)
  await send('subscription.updated', subscription)
  passSeconds(11)
  expect(summaryOf(await gate.check(sub, bob))).toBe('not_seated known')
})

test('after an event about a member, the last answer counts while Polar cannot be reached, and nobody else is let in', async () => {
  vi.spyOn(console, 'warn').mockImplementation(() => {})
  const testGate = await startGate({ whenUnknown: 'allow' })
  const { gate, sub, store, emulator } = testGate
  const webhooks = createSeatsWebhookHandler({ secret: secrets.newer, store })
  const seat = (await organizationClientOf(testGate).listSeats(sub)).seats.find(
    ({ id }) => id === emulator.ref('acme/bob'),
  )
  const timestamp = new Date().toISOString()
  await webhooks(signedRequest({ type: 'customer_seat.claimed', timestamp, data: seat }))
  await gate.check(sub, bob)
  await emulator.inject({ match: { path: '/v1' }, times: 1_000, fault: { kind: 'status', status: 503 } })
  await webhooks(signedRequest({ type: 'member.updated', timestamp, data: seat?.member }, { id: 'msg_2' }))
  expect(summaryOf(await gate.check(sub, bob))).toBe('seated stale')
  expect(summaryOf(await gate.check(sub, { email: 'nobody@example.com' }))).toBe('not_seated stale')
})

test.each(['get', 'set', 'compareAndSet', 'mergeFields', 'readFields'] as const)(
  'if `%s` of the store fails, the gate asks Polar, but not for each check',
  async (method) => {
    const fail = () => Promise.reject(new Error('The store is full.'))
    const { gate, sub, calls } = await startGate({ store: { ...memoryStore(), [method]: fail } })
    for (let count = 0; count < 5; count++) expect(summaryOf(await gate.check(sub, bob))).toBe('seated known')
    expect(calls.length).toBeLessThanOrEqual(4)
  },
)
