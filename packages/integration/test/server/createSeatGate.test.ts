import { createSeatsClient } from '@seats/core'
import { createSeatGate, type SeatGateAnswer, type SeatPerson } from '@seats/server'
import { afterEach, expect, test, vi } from 'vitest'
import { startGate, type TestGate } from './gate/startGate.ts'

afterEach(() => void vi.useRealTimers())

/** Only `Date` is faked, so that the emulator's timers still run. */
const freezeTime = () => vi.useFakeTimers({ toFake: ['Date'] })
const passSeconds = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const summaryOf = (access: SeatGateAnswer) => `${access.seated ? 'seated' : access.reason} ${access.basis}`

const makePolarUnreachable = ({ emulator }: TestGate) =>
  emulator.inject({ match: { path: '/v1' }, times: 1_000, fault: { kind: 'status', status: 503 } })

test.each<[SeatPerson, string]>([
  [{ email: 'BOB@example.com' }, 'seated known'],
  [{ email: 'Bob <bob@example.com>' }, 'seated known'],
  [{ email: 'pia@example.com' }, 'pending known'],
  [{ email: 'nobody@example.com' }, 'not_seated known'],
  [{ external_member_id: 'user-ada' }, 'seated known'],
  [{ external_member_id: 'user-ada', email: 'bob@example.com' }, 'seated known'],
  [{ external_member_id: 'user-new', email: 'ada@example.com' }, 'conflict known'],
  [{ email: 'ada@example.com' }, 'conflict known'],
  [{ external_member_id: 'user-new', email: 'bob@example.com' }, 'seated known'],
  [{ email: null, external_member_id: null }, 'not_seated known'],
  [{ email: '' }, 'not_seated known'],
])('a check of %o answers %s', async (person, expected) => {
  const { gate, sub } = await startGate()
  expect(summaryOf(await gate.check(sub, person))).toBe(expected)
})

test('a member is found by id, and a person with another member id is not let in by the address', async () => {
  const { gate, sub } = await startGate()
  const bob = await gate.check(sub, { email: 'bob@example.com' })
  const member_id = bob.seated ? bob.seat?.member_id : undefined
  expect(summaryOf(await gate.check(sub, { member_id }))).toBe('seated known')
  const anotherPerson = { member_id: '0b9f4c1e-2f61-4c3a-9d57-6f0a1b2c3d4e', email: 'bob@example.com' }
  expect(summaryOf(await gate.check(sub, anotherPerson))).toBe('conflict known')
})

test('the answer has the seat, and the time at which it was true', async () => {
  const { gate, sub, emulator } = await startGate()
  const startMs = Date.now()
  const access = await gate.check(sub, { email: 'bob@example.com' })
  expect(access).toMatchObject({ seated: true, seat: { id: emulator.ref('acme/bob'), status: 'claimed' } })
  expect(Date.parse(access.asOf)).toBeGreaterThanOrEqual(startMs)
  expect(Date.parse(access.asOf)).toBeLessThanOrEqual(Date.now())
})

test('an expired invitation has another reason than a pending one', async () => {
  const { gate, sub, emulator } = await startGate()
  await emulator.advance(25 * 3600)
  expect(summaryOf(await gate.check(sub, { email: 'pia@example.com' }))).toBe('expired known')
})

test('a seat on any of several sources is enough, and without a seat the answer has the most helpful reason', async () => {
  const { gate, sub, ord } = await startGate()
  expect(summaryOf(await gate.check([sub, ord], { email: 'ole@example.com' }))).toBe('seated known')
  expect(summaryOf(await gate.check([ord, sub], { email: 'pia@example.com' }))).toBe('pending known')
  expect(summaryOf(await gate.check([], { email: 'bob@example.com' }))).toBe('not_seated known')
})

test('10,000 checks with an empty index lead to one list and one read of the subscription', async () => {
  const { gate, sub, calls } = await startGate()
  const people = Array.from({ length: 10_000 }, (_, index) => ({ email: `p${index}@example.com` }))
  const answers = await Promise.all(people.map((person) => gate.check(sub, person)))
  expect(new Set(answers.map(summaryOf))).toEqual(new Set(['not_seated known']))
  expect(calls).toHaveLength(2)
})

test('Polar is asked again after `maxAge`, and not before', async () => {
  freezeTime()
  const { gate, sub, calls } = await startGate({ maxAge: 30 })
  await gate.check(sub, { email: 'bob@example.com' })
  passSeconds(29)
  await gate.check(sub, { email: 'pia@example.com' })
  expect(calls).toHaveLength(2)
  passSeconds(2)
  await gate.check(sub, { email: 'bob@example.com' })
  expect(calls).toHaveLength(4)
})

test('while Polar cannot be reached, the last answer counts for `staleFor`, and is marked as stale', async () => {
  freezeTime()
  const testGate = await startGate({ maxAge: 10, staleFor: 100 })
  const { gate, sub } = testGate
  const [bob, nobody] = [{ email: 'bob@example.com' }, { email: 'nobody@example.com' }]
  await gate.check(sub, bob)
  await makePolarUnreachable(testGate)
  passSeconds(50)
  expect(summaryOf(await gate.check(sub, bob))).toBe('seated stale')
  passSeconds(100)
  expect(summaryOf(await gate.check(sub, bob))).toBe('unknown policy')
  expect(summaryOf(await gate.check(sub, nobody))).toBe('not_seated stale')
})

test('`whenUnknown` decides about people whom the gate does not know or knew too long ago, and never about people who had no seat', async () => {
  const warn = vi.spyOn(console, 'warn').mockImplementation(() => {})
  freezeTime()
  const testGate = await startGate({ whenUnknown: 'allow', maxAge: 10, staleFor: 10 })
  expect(warn).toHaveBeenCalledWith(expect.stringContaining("whenUnknown: 'allow'"))
  warn.mockRestore()
  const { gate, sub, ord, errors } = testGate
  await gate.check(ord, { email: 'ole@example.com' })
  await makePolarUnreachable(testGate)
  expect(await gate.check(sub, { email: 'bob@example.com' })).toMatchObject({
    seated: true,
    seat: null,
    basis: 'policy',
  })
  expect(errors).toMatchObject([{ code: 'ServerError' }])
  passSeconds(100)
  expect(summaryOf(await gate.check(ord, { email: 'ole@example.com' }))).toBe('seated policy')
  expect(summaryOf(await gate.check(ord, { email: 'bob@example.com' }))).toBe('not_seated stale')
})

test('while Polar cannot be reached, many checks share one attempt to read the roster and the subscription', async () => {
  const testGate = await startGate()
  const { gate, sub, calls } = testGate
  await makePolarUnreachable(testGate)
  const answers = await Promise.all(Array.from({ length: 100 }, () => gate.check(sub, { email: 'bob@example.com' })))
  expect(new Set(answers.map(summaryOf))).toEqual(new Set(['unknown policy']))
  await gate.check(sub, { email: 'bob@example.com' })
  expect(calls).toHaveLength(2)
})

test('the gate learns of a revoke and a claim from their webhooks, and lists the roster only once', async () => {
  const { gate, sub, emulator, calls } = await startGate({ webhooks: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  await gate.check(sub, { email: 'bob@example.com' })
  await polar.revokeSeat(emulator.ref('acme/bob'))
  await polar.claimSeat({ invitation_token: emulator.outbox('pia@example.com')[0]?.invitation_token ?? '' })
  await emulator.delivered()
  expect(summaryOf(await gate.check(sub, { email: 'bob@example.com' }))).toBe('not_seated known')
  expect(summaryOf(await gate.check(sub, { email: 'pia@example.com' }))).toBe('seated known')
  expect(calls).toHaveLength(2)
})

test('a roster that was never listed stays unknown after an event', async () => {
  const { gate, sub, emulator, calls } = await startGate({ webhooks: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  await polar.revokeSeat(emulator.ref('acme/bob'))
  await emulator.delivered()
  expect(summaryOf(await gate.check(sub, { email: 'ada@example.com', external_member_id: 'user-ada' }))).toBe(
    'seated known',
  )
  expect(calls).toHaveLength(2)
})

test('a failed payment ends the access of people with a claimed seat at once, or after the grace period', async () => {
  freezeTime()
  const { gate, sub, emulator, store, errors } = await startGate({ webhooks: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  const gateWithGrace = createSeatGate({ client: polar, store, whenUnknown: 'deny', graceAfterLapse: 3600 })
  const bob = { email: 'bob@example.com' }
  await gate.check(sub, bob)
  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  const lapsed = await gate.check(sub, bob)
  expect(lapsed).toMatchObject({ seated: false, reason: 'lapsed', lapsedSince: expect.any(String) })
  expect(await gateWithGrace.check(sub, bob)).toMatchObject({ seated: true, lapsedSince: lapsed.lapsedSince })
  expect(summaryOf(await gateWithGrace.check(sub, { email: 'pia@example.com' }))).toBe('not_seated known')
  expect(summaryOf(await gateWithGrace.check(sub, { email: 'nobody@example.com' }))).toBe('not_seated known')
  await emulator.advance(3601)
  passSeconds(3601)
  expect(await gateWithGrace.check(sub, bob)).toMatchObject({ seated: false, reason: 'lapsed' })
  emulator.lifecycle('acme/sub', 'payment_recovered')
  await emulator.delivered()
  expect(summaryOf(await gateWithGrace.check(sub, bob))).toBe('not_seated known')
  expect(errors).toEqual([])
})

test('without webhooks, the gate learns of a lapse when it asks Polar again', async () => {
  freezeTime()
  const { gate, sub, emulator } = await startGate({ maxAge: 10 })
  const bob = { email: 'bob@example.com' }
  await gate.check(sub, bob)
  emulator.lifecycle('acme/sub', 'payment_failed')
  passSeconds(11)
  expect(await gate.check(sub, bob)).toMatchObject({ reason: 'lapsed' })
})

test('a seat of a canceled subscription lets nobody in', async () => {
  const { gate, sub, emulator } = await startGate()
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  emulator.lifecycle('acme/sub', 'payment_failed')
  emulator.lifecycle('acme/sub', 'payment_given_up')
  await polar.assignSeat({ ...sub, email: 'late@example.com', immediate_claim: true })
  expect((await polar.listSeats(sub)).seats.filter(({ status }) => status === 'claimed')).toHaveLength(1)
  expect(summaryOf(await gate.check(sub, { email: 'late@example.com' }))).toBe('ended known')
})

test('a paused subscription lets nobody in, and the reason says that it is paused', async () => {
  const { gate, sub, emulator } = await startGate({ webhooks: true })
  await gate.check(sub, { email: 'bob@example.com' })
  const response = await emulator.fetch(`${emulator.url}/v1/subscriptions/${sub.subscription_id}`, {
    method: 'PATCH',
    headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
    body: JSON.stringify({ pause_at_period_end: true }),
  })
  expect(await response.json()).toMatchObject({ pause_at_period_end: true })
  await emulator.advance(40 * 24 * 3600)
  emulator.lifecycle('acme/sub', 'period_end')
  await emulator.delivered()
  expect(summaryOf(await gate.check(sub, { email: 'bob@example.com' }))).toBe('paused known')
})

test('`statuses` says which subscriptions count', async () => {
  const { gate, sub, emulator } = await startGate({ statuses: ['trialing'] })
  expect(summaryOf(await gate.check(sub, { email: 'bob@example.com' }))).toBe('ended known')
  expect(emulator.requests().length).toBeGreaterThan(0)
})

test('a source that does not exist is read only once', async () => {
  const { gate, calls } = await startGate()
  const source = { subscription_id: '0b9f4c1e-2f61-4c3a-9d57-6f0a1b2c3d4e' }
  for (let count = 0; count < 5; count++)
    expect(summaryOf(await gate.check(source, { email: 'bob@example.com' }))).toBe('not_seated known')
  expect(calls).toHaveLength(2)
})

test('without the scope for subscriptions, every answer is `unknown` and the error is reported', async () => {
  const { gate, sub, errors } = await startGate({ accessToken: 'polar_oat_seats' })
  expect(summaryOf(await gate.check(sub, { email: 'bob@example.com' }))).toBe('unknown policy')
  expect(errors).toMatchObject([{ code: 'InsufficientScope' }])
})

test.each([
  ['no `whenUnknown`', { whenUnknown: undefined }],
  ['another `whenUnknown`', { whenUnknown: 'maybe' }],
  ['a negative `maxAge`', { maxAge: -1 }],
  ['a `staleFor` that is not a number', { staleFor: NaN }],
  ['`statuses` that are not an array', { statuses: 'active' }],
  ['no client', { client: undefined }],
])('a gate with %s is refused at once', async (_, options) => {
  const { emulator } = await startGate()
  const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  const allOptions = { client, whenUnknown: 'deny', ...options }
  // @ts-expect-error The options are wrong.
  expect(() => createSeatGate(allOptions)).toThrow(expect.objectContaining({ code: 'ConfigurationError' }))
})

test.each([null, undefined, {}, { email: 1 }, { id: 'bob' }, 'bob@example.com'])(
  'a person that is %o is refused',
  async (person) => {
    const { gate, sub } = await startGate()
    // @ts-expect-error It does not name a person.
    await expect(gate.check(sub, person)).rejects.toMatchObject({ code: 'RequestValidationError' })
  },
)

test.each([null, undefined, {}, { subscription_id: 'sub' }, [null]])(
  'a source that is %o is refused',
  async (source) => {
    const { gate } = await startGate()
    // @ts-expect-error It is not a source.
    await expect(gate.check(source, { email: 'bob@example.com' })).rejects.toMatchObject({
      code: 'RequestValidationError',
    })
  },
)

test('a watch calls `onChange` for a revoke, and not for an event after which the answer is the same', async () => {
  const { gate, sub, emulator } = await startGate({ webhooks: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url, fetch: emulator.fetch })
  const reported: string[] = []
  const controller = new AbortController()
  const firstAnswer = await gate.watch(sub, { email: 'bob@example.com' }, { signal: controller.signal }, (access) => {
    reported.push(summaryOf(access))
  })
  expect(summaryOf(firstAnswer)).toBe('seated known')
  await polar.resendInvitation(emulator.ref('acme/pia'))
  await polar.revokeSeat(emulator.ref('acme/pia'))
  await polar.revokeSeat(emulator.ref('acme/bob'))
  await emulator.delivered()
  await expect.poll(() => reported).toEqual(['not_seated known'])
  controller.abort()
  await polar.assignSeat({ ...sub, email: 'bob@example.com', immediate_claim: true })
  await emulator.delivered()
  expect(reported).toEqual(['not_seated known'])
})
