import { memoryStore, type AuditEvent } from '@seats/server'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitationToken, means, outcome, startWorld } from './world.ts'

const seats = '/v1/customer-seats'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

test('one user spends their own budget, and not the organization’s', async () => {
  const { send, emulator, grant, calls } = await startWorld({ ratePerMinute: { actor: 3 } })
  const sources = [{ subscription_id: emulator.ref('acme/sub') }]
  const list = () => send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)
  grant({ sources, actor: 'greedy' })
  for (let i = 0; i < 3; i++) expect((await list()).status).toBe(200)
  const refused = await list()
  expect(refused.headers.get('retry-after')).toBe('60')
  expect(await outcome(refused)).toEqual([429, 'RateLimited'])
  expect(calls).toHaveLength(3)
  grant({ sources, actor: 'modest' })
  expect((await list()).status).toBe(200)
  grant({ sources, actor: 'greedy' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await list()).status).toBe(200)
})

test('the policy is told with every answer for a user, refused ones too, and with none of a claim', async () => {
  const { send, emulator } = await startWorld({ ratePerMinute: { actor: 1 } })
  const list = () => send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)
  const claim = await send('GET', `${seats}/claim/${'x'.repeat(43)}`)
  const [answered, refused] = [await list(), await list()]
  expect([answered.status, refused.status, claim.status]).toEqual([200, 429, 404])
  for (const { headers } of [answered, refused]) expect(headers.get('ratelimit-policy')).toBe('"default";q=1;w=60')
  expect(claim.headers.get('ratelimit-policy')).toBeNull()
})

test.each([{ actor: NaN }, { actor: 0 }, { actor: -1 }, { actor: 1.5 }, { address: NaN }])(
  'a rate that cannot mean anything is refused: %o',
  async (ratePerMinute) => {
    await expect(startWorld({ ratePerMinute })).rejects.toMatchObject({ code: 'ConfigurationError' })
  },
)

test.each([80, '80', null])('a rate that is not an object is refused: %j', async (ratePerMinute) => {
  const options = JSON.parse(JSON.stringify({ ratePerMinute }))
  await expect(startWorld(options)).rejects.toMatchObject({ code: 'ConfigurationError' })
})

test('every call to Polar counts, and a change that cannot be paid for is not begun half', async () => {
  const { send, emulator, calls } = await startWorld({ ratePerMinute: { actor: 3 } })
  const revoke = (name: string) =>
    send('DELETE', `${seats}/${emulator.ref(`acme/${name}`)}?subscription_id=${emulator.ref('acme/sub')}`, means(name))
  expect((await revoke('bob')).status).toBe(200)
  expect((await revoke('pia')).status).toBe(429)
  expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(1)
})

test('without an actor, those with the same sources share a budget', async () => {
  const { send, emulator, grant } = await startWorld({ ratePerMinute: { actor: 1 } })
  const [sub, ord] = [{ subscription_id: emulator.ref('acme/sub') }, { order_id: emulator.ref('acme/ord') }]
  const list = () => send('GET', `${seats}?subscription_id=${sub.subscription_id}`)
  grant({ sources: [sub, ord] })
  expect((await list()).status).toBe(200)
  grant({ sources: [ord, sub] })
  expect((await list()).status).toBe(429)
  grant({ sources: [sub] })
  expect((await list()).status).toBe(200)
})

test('claims have a budget for each address, an IPv6 network being one', async () => {
  const { send, calls } = await startWorld({
    ratePerMinute: { address: 2 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const info = async (address: string) =>
    (await send('GET', `${seats}/claim/${'x'.repeat(43)}`, { headers: { 'x-real-ip': address } })).status
  expect([await info('192.0.2.1'), await info('::ffff:192.0.2.1'), await info('192.0.2.1')]).toEqual([404, 404, 429])
  expect(await info('192.0.2.2')).toBe(404)
  expect([await info('2001:db8::1'), await info('2001:db8::2'), await info('2001:db8:0:0:ffff::3')]).toEqual([
    404, 404, 429,
  ])
  expect(await info('2001:db8:0:1::1')).toBe(404)
  expect(calls).toHaveLength(6)
})

test('where addresses are not known, all claims share a wider budget', async () => {
  const { send } = await startWorld({ ratePerMinute: { address: 1 } })
  const claim = () => send('POST', `${seats}/claim`, { body: { invitation_token: 'x'.repeat(43) } })
  for (let i = 0; i < 10; i++) expect((await claim()).status).toBe(400)
  expect((await claim()).status).toBe(429)
})

test('the audit says who did what to which seat, and holds no token', async () => {
  const events: AuditEvent[] = []
  const { send, emulator, grant } = await startWorld({
    onAudit: (event) => void events.push(event),
    clientAddress: () => '192.0.2.1',
    store: memoryStore(),
  })
  const source = { subscription_id: emulator.ref('acme/sub') }
  await send('GET', `${seats}?subscription_id=${source.subscription_id}`)
  expect(events).toEqual([])
  const assigned = await send('POST', seats, { body: { ...source, email: 'ada@example.com' } })
  const seat = (await assigned.json()) as { id: string }
  await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, means('bob'))
  await send('DELETE', `${seats}/${emulator.ref('acme/eve')}`)
  await send('POST', seats, { body: { ...source, email: 'ada@example.com' } })
  await send('POST', seats, {
    body: { ...source, email: 'x@example.com' },
    headers: { 'sec-fetch-site': 'cross-site' },
  })
  const invitation_token = invitationToken(emulator, 'pia@example.com')
  const claimed = await send('POST', `${seats}/claim`, { body: { invitation_token } })
  const { customer_session_token } = (await claimed.json()) as { customer_session_token: string }
  grant(null)
  await send('GET', `${seats}?subscription_id=${source.subscription_id}`)

  const [actor, address] = ['user-1', '192.0.2.1']
  const nothing = { actor: null, source: null, recipient: null, seatId: null, seat: null }
  const done = { status: 200, code: null }
  expect(events).toMatchObject([
    { operation: 'assignSeat', actor, address, source, recipient: 'ada@example.com', seatId: seat.id, seat, ...done },
    {
      operation: 'revokeSeat',
      actor,
      source,
      seatId: emulator.ref('acme/bob'),
      seat: { email: 'bob@example.com' },
      ...done,
    },
    {
      operation: 'revokeSeat',
      actor,
      source: null,
      seatId: emulator.ref('acme/eve'),
      seat: null,
      status: 404,
      code: 'ResourceNotFound',
    },
    {
      operation: 'assignSeat',
      actor,
      source,
      recipient: 'ada@example.com',
      seat: null,
      status: 400,
      code: 'SeatAlreadyAssigned',
    },
    { ...nothing, operation: 'assignSeat', address, status: 403, code: 'CrossSiteRequest' },
    {
      operation: 'claimSeat',
      actor: null,
      address,
      seatId: emulator.ref('acme/pia'),
      seat: { status: 'claimed' },
      ...done,
    },
    { ...nothing, operation: 'listSeats', source, status: 401, code: 'Unauthorized' },
  ])
  const text = JSON.stringify(events)
  for (const secret of [invitation_token, customer_session_token, 'polar_']) expect(text).not.toContain(secret)
})

test('an audit that fails is not passed over', async () => {
  const full = new Error('the audit log is full')
  const { send, emulator, errors } = await startWorld({ onAudit: () => Promise.reject(full) })
  expect((await send('DELETE', `${seats}/${emulator.ref('acme/bob')}`, means('bob'))).status).toBe(500)
  expect(errors).toEqual([full])
})

test('a guard without limits serves every call, claims too', async () => {
  const { send, emulator } = await startWorld({ ratePerMinute: { actor: Infinity, address: Infinity } })
  expect((await send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)).status).toBe(200)
  expect((await send('GET', `${seats}/claim/unknown`)).status).toBe(404)
})
