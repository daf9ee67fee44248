import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { startWorld } from './world.ts'

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

test('Polar’s ten a minute are not used up, since it would then refuse for five', async () => {
  const { send, calls } = await startWorld()
  const statuses = []
  for (let i = 0; i < 6; i++) statuses.push((await send('GET', stream)).status)
  expect(statuses).toEqual([404, 404, 404, 404, 429, 429])
  expect(calls).toHaveLength(4)
})

test.for([59, 74])('nor where Polar’s minute is not the budget’s: a rush after %i s', async (rush) => {
  const { send, calls } = await startWorld()
  const open = async () => (await send('GET', stream)).status
  const sent: number[] = []
  expect(await open()).toBe(404)
  for (let second = 0; second < 300; second++) {
    if (second >= rush) while ((await open()) !== 429);
    while (sent.length < calls.length) sent.push(second)
    await vi.advanceTimersByTimeAsync(1_000)
  }
  // A call arrives within nine seconds, or is given up.
  const inMinute = sent.map((from) => sent.filter((at) => at >= from && at <= from + 60 + 9).length)
  expect(Math.max(...inMinute)).toBeLessThan(10)
  expect(sent.length).toBeGreaterThan(8)
})
