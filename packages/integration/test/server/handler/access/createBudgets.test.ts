import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { withOccupant, statusAndCodeOf, startGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

test('one user cannot spend the budget of another user', async () => {
  const { send, emulator, grant, calls } = await startGuard({ ratePerMinute: { actor: 3 } })
  const sources = [{ subscription_id: emulator.ref('acme/sub') }]
  const list = () => send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)
  grant({ sources, actor: 'greedy' })
  for (let count = 0; count < 3; count++) expect((await list()).status).toBe(200)
  const refusal = await list()
  expect(refusal.headers.get('retry-after')).toBe('60')
  expect(await statusAndCodeOf(refusal)).toEqual([429, 'RateLimited'])
  expect(calls).toHaveLength(3)
  grant({ sources, actor: 'modest' })
  expect((await list()).status).toBe(200)
  grant({ sources, actor: 'greedy' })
  await vi.advanceTimersByTimeAsync(60_000)
  expect((await list()).status).toBe(200)
})

test('every response to a user has the rate limit policy, except responses to claims', async () => {
  const { send, emulator } = await startGuard({ ratePerMinute: { actor: 1 } })
  const list = () => send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)
  const claim = await send('GET', `${seats}/claim/${'x'.repeat(43)}`)
  const [answered, refused] = [await list(), await list()]
  expect([answered.status, refused.status, claim.status]).toEqual([200, 429, 404])
  for (const { headers } of [answered, refused]) expect(headers.get('ratelimit-policy')).toBe('"default";q=1;w=60')
  expect(claim.headers.get('ratelimit-policy')).toBeNull()
})

test.each([{ actor: NaN }, { actor: 0 }, { actor: -1 }, { actor: 1.5 }, { address: NaN }])(
  'an invalid rate is refused: %o',
  async (ratePerMinute) => {
    await expect(startGuard({ ratePerMinute })).rejects.toMatchObject({ code: 'ConfigurationError' })
  },
)

test.each([80, '80', null])('a `ratePerMinute` that is not an object is refused: %j', async (ratePerMinute) => {
  const options = JSON.parse(JSON.stringify({ ratePerMinute }))
  await expect(startGuard(options)).rejects.toMatchObject({ code: 'ConfigurationError' })
})

test('each call to Polar spends the budget, and no change is sent when the budget is spent', async () => {
  const { send, emulator, calls } = await startGuard({ ratePerMinute: { actor: 2 } })
  const revoke = (name: string) =>
    send(
      'DELETE',
      `${seats}/${emulator.ref(`acme/${name}`)}?subscription_id=${emulator.ref('acme/sub')}`,
      withOccupant(name),
    )
  expect((await revoke('bob')).status).toBe(200)
  expect((await revoke('pia')).status).toBe(429)
  expect(calls.filter((call) => call.startsWith('DELETE'))).toHaveLength(1)
})

test('users with the same sources share a budget if their grants have no actor', async () => {
  const { send, emulator, grant } = await startGuard({ ratePerMinute: { actor: 1 } })
  const [sub, ord] = [{ subscription_id: emulator.ref('acme/sub') }, { order_id: emulator.ref('acme/ord') }]
  const list = () => send('GET', `${seats}?subscription_id=${sub.subscription_id}`)
  grant({ sources: [sub, ord] })
  expect((await list()).status).toBe(200)
  grant({ sources: [ord, sub] })
  expect((await list()).status).toBe(429)
  grant({ sources: [sub] })
  expect((await list()).status).toBe(200)
})

test('claims have a budget for each IP address or IPv6 network', async () => {
  const { send, calls } = await startGuard({
    ratePerMinute: { address: 2 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const readClaimStatus = async (address: string) =>
    (await send('GET', `${seats}/claim/${'x'.repeat(43)}`, { headers: { 'x-real-ip': address } })).status
  expect([
    await readClaimStatus('192.0.2.1'),
    await readClaimStatus('::ffff:192.0.2.1'),
    await readClaimStatus('192.0.2.1'),
  ]).toEqual([404, 404, 429])
  expect(await readClaimStatus('192.0.2.2')).toBe(404)
  expect([
    await readClaimStatus('2001:db8::1'),
    await readClaimStatus('2001:db8::2'),
    await readClaimStatus('2001:db8:0:0:ffff::3'),
  ]).toEqual([404, 404, 429])
  expect(await readClaimStatus('2001:db8:0:1::1')).toBe(404)
  expect(calls).toHaveLength(6)
})

test('if IP addresses are unknown, all claims share a larger budget', async () => {
  const { send } = await startGuard({ ratePerMinute: { address: 1 } })
  const claim = () => send('POST', `${seats}/claim`, { body: { invitation_token: 'x'.repeat(43) } })
  for (let count = 0; count < 10; count++) expect((await claim()).status).toBe(400)
  expect((await claim()).status).toBe(429)
})

test('a rate may be `Infinity`', async () => {
  const { send, emulator } = await startGuard({ ratePerMinute: { actor: Infinity, address: Infinity } })
  expect((await send('GET', `${seats}?subscription_id=${emulator.ref('acme/sub')}`)).status).toBe(200)
  expect((await send('GET', `${seats}/claim/unknown`)).status).toBe(404)
})
