import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { invitationToken, startGuard } from '../../startGuard.ts'

const claimPath = `/v1/customer-seats/claim/${'x'.repeat(43)}`
const streamPath = `${claimPath}/stream`

beforeEach(() => void vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout', 'Date'] }))
afterEach(() => void vi.useRealTimers())

/**
 * Starts a guard. `open` opens a claim stream for Pia's invitation and closes it at once. `countOpened` counts the streams
 * that reached Polar.
 */
async function startGuardWithStreams() {
  const guard = await startGuard()
  const path = `/v1/customer-seats/claim/${invitationToken(guard.emulator, 'pia@example.com')}/stream`
  const open = async () => {
    const response = await guard.send('GET', path)
    await response.body?.cancel()
    return response.status
  }
  const countOpened = () => guard.calls.filter((call) => call.endsWith('/stream')).length
  return { ...guard, open, countOpened }
}

test('visitors cannot use up Polar’s ten streams a minute', async () => {
  const { open, countOpened } = await startGuardWithStreams()
  const statuses = []
  for (let count = 0; count < 6; count++) statuses.push(await open())
  expect(statuses).toEqual([200, 200, 200, 200, 429, 429])
  expect(countOpened()).toBe(4)
})

test.for([59, 74])(
  'visitors cannot use up Polar’s streams with a rush that begins %i s after the first stream',
  async (rushStartSecond) => {
    const { open, countOpened } = await startGuardWithStreams()
    const sentAtSecond: number[] = []
    expect(await open()).toBe(200)
    for (let second = 0; second < 300; second++) {
      if (second >= rushStartSecond) while ((await open()) !== 429);
      while (sentAtSecond.length < countOpened()) sentAtSecond.push(second)
      await vi.advanceTimersByTimeAsync(1_000)
    }
    // The handler gives up on a call after nine seconds. Until then the call may still reach Polar, so calls that were
    // sent within 69 seconds may all arrive within one minute.
    const countsPerMinute = sentAtSecond.map(
      (from) => sentAtSecond.filter((at) => at >= from && at <= from + 60 + 9).length,
    )
    expect(Math.max(...countsPerMinute)).toBeLessThan(10)
    expect(sentAtSecond.length).toBeGreaterThan(8)
  },
)

test('invalid invitations spend no claim streams', async () => {
  const { send, open, countOpened } = await startGuardWithStreams()
  const ipAddressHeader = { headers: { 'x-real-ip': '203.0.113.7' } }
  for (let count = 0; count < 20; count++) expect((await send('GET', streamPath, ipAddressHeader)).status).toBe(404)
  expect(countOpened()).toBe(0)
  expect(await open()).toBe(200)
})

test('invalid invitations spend the budget of their IP address', async () => {
  const { send, calls } = await startGuard({
    ratePerMinute: { address: 2 },
    clientAddress: (request) => request.headers.get('x-real-ip'),
  })
  const open = async (ipAddress: string) =>
    (await send('GET', streamPath, { headers: { 'x-real-ip': ipAddress } })).status
  expect([await open('203.0.113.7'), await open('203.0.113.7'), await open('203.0.113.7')]).toEqual([404, 404, 429])
  expect(await open('203.0.113.8')).toBe(404)
  expect(calls).toHaveLength(3)
})
