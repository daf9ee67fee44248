import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitationToken, startWorld } from './world.ts'

const info = `/v1/customer-seats/claim/${'x'.repeat(43)}`
const stream = `${info}/stream`

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

test.for([
  ['203.0.113.7', ['203.0.113.7:50001', '203.0.113.7:50002', '[::ffff:203.0.113.7]:50003']],
  ['2001:db8::1', ['[2001:db8::1]:50001', '[2001:db8::2]', '2001:db8::1:5001']],
] as const)('an address with a port is the same address: %s', async ([bare, withPort]) => {
  const { send } = await startWorld({
    ratePerMinute: { address: 1 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const get = async (address: string) => (await send('GET', info, { headers: { 'x-real-ip': address } })).status
  expect(await get(bare)).toBe(404)
  for (const address of withPort) expect(await get(address)).toBe(429)
})

/** Opens claim streams for Pia's invitation, and leaves each at once. */
async function startClaims() {
  const world = await startWorld()
  const path = `/v1/customer-seats/claim/${invitationToken(world.emulator, 'pia@example.com')}/stream`
  const open = async () => {
    const response = await world.send('GET', path)
    await response.body?.cancel()
    return response.status
  }
  const opened = () => world.calls.filter((call) => call.endsWith('/stream')).length
  return { ...world, open, opened }
}

test('Polar’s ten a minute are not used up, since it would then refuse for five', async () => {
  const { open, opened } = await startClaims()
  const statuses = []
  for (let i = 0; i < 6; i++) statuses.push(await open())
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  expect(opened()).toBe(4)
})

test.for([59, 74])('nor where Polar’s minute is not the budget’s: a rush after %i s', async (rush) => {
  const { open, opened } = await startClaims()
  const sent: number[] = []
  expect(await open()).toBe(200)
  for (let second = 0; second < 300; second++) {
    if (second >= rush) while ((await open()) !== 429);
    while (sent.length < opened()) sent.push(second)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  // A call arrives within nine seconds, or is given up.
  const inMinute = sent.map((from) => sent.filter((at) => at >= from && at <= from + 60 + 9).length)
  expect(Math.max(...inMinute)).toBeLessThan(10)
  expect(sent.length).toBeGreaterThan(8)
})

test('invitations that lead nowhere spend nothing that others need', async () => {
  const { send, open, opened } = await startClaims()
  const address = { headers: { 'x-real-ip': '203.0.113.7' } }
  for (let i = 0; i < 20; i++) expect((await send('GET', stream, address)).status).toBe(404)
  expect(opened()).toBe(0)
  expect(await open()).toBe(200)
})

test('they spend the budget of their own address', async () => {
  const { send, calls } = await startWorld({
    ratePerMinute: { address: 2 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const open = async (address: string) => (await send('GET', stream, { headers: { 'x-real-ip': address } })).status
  expect([await open('203.0.113.7'), await open('203.0.113.7'), await open('203.0.113.7')]).toEqual([404, 404, 429])
  expect(await open('203.0.113.8')).toBe(404)
  expect(calls).toHaveLength(3)
})
