import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitationToken, startGuard } from '../../startGuard.ts'

const info = `/v1/customer-seats/claim/${'x'.repeat(43)}`
const stream = `${info}/stream`

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/** Opens claim streams for Pia's invitation and closes each at once. */
async function startClaims() {
  const guard = await startGuard()
  const path = `/v1/customer-seats/claim/${invitationToken(guard.emulator, 'pia@example.com')}/stream`
  const open = async () => {
    const response = await guard.send('GET', path)
    await response.body?.cancel()
    return response.status
  }
  const opened = () => guard.calls.filter((call) => call.endsWith('/stream')).length
  return { ...guard, open, opened }
}

test('visitors cannot use up Polar’s ten streams a minute', async () => {
  const { open, opened } = await startClaims()
  const statuses = []
  for (let count = 0; count < 6; count++) statuses.push(await open())
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  expect(opened()).toBe(4)
})

test.for([59, 74])(
  'visitors cannot use them up even if Polar’s minute begins at another time: after %i s',
  async (rush) => {
    const { open, opened } = await startClaims()
    const sent: number[] = []
    expect(await open()).toBe(200)
    for (let second = 0; second < 300; second++) {
      if (second >= rush) while ((await open()) !== 429);
      while (sent.length < opened()) sent.push(second)
      await vi.advanceTimersByTimeAsync(1_000)
    }
    // A call arrives within nine seconds, or its handler stops waiting.
    const inMinute = sent.map((from) => sent.filter((at) => at >= from && at <= from + 60 + 9).length)
    expect(Math.max(...inMinute)).toBeLessThan(10)
    expect(sent.length).toBeGreaterThan(8)
  },
)

test('invalid invitations spend no claim streams', async () => {
  const { send, open, opened } = await startClaims()
  const address = { headers: { 'x-real-ip': '203.0.113.7' } }
  for (let count = 0; count < 20; count++) expect((await send('GET', stream, address)).status).toBe(404)
  expect(opened()).toBe(0)
  expect(await open()).toBe(200)
})

test('invalid invitations spend the budget of their IP address', async () => {
  const { send, calls } = await startGuard({
    ratePerMinute: { address: 2 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const open = async (address: string) => (await send('GET', stream, { headers: { 'x-real-ip': address } })).status
  expect([await open('203.0.113.7'), await open('203.0.113.7'), await open('203.0.113.7')]).toEqual([404, 404, 429])
  expect(await open('203.0.113.8')).toBe(404)
  expect(calls).toHaveLength(3)
})
