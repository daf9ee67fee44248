import { createClaimFlow } from '@seats/core'
import { afterEach, beforeEach, expect, onTestFinished, test, vi } from 'vitest'
import { clientWithAnswers } from '../../answers.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

const info = {
  product_name: 'Team',
  product_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11',
  organization_name: 'Acme',
  organization_slug: 'acme',
  customer_email: 'ada@example.com',
  can_claim: true,
}

/** Creates a flow whose first `times` reads get a 429. */
function createRateLimitedFlow(times: number, retryAfter = '60') {
  let nextFailures = times
  const { client, requests } = clientWithAnswers(() =>
    nextFailures-- > 0
      ? new Response('', { status: 429, headers: { 'retry-after': retryAfter } })
      : Response.json(info),
  )
  const flow = createClaimFlow(client, { invitation_token: 'token' })
  return { flow, requests }
}

test('a first read that gets a 429 is repeated after the time in Retry-After', async () => {
  const { flow, requests } = createRateLimitedFlow(2)
  const unsubscribe = flow.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  expect(flow.getState()).toMatchObject({
    status: 'failed',
    info: null,
    error: { code: 'RateLimited', retryAfter: 60 },
  })
  await vi.advanceTimersByTimeAsync(59_000)
  expect(requests).toHaveLength(1)
  await vi.advanceTimersByTimeAsync(2_000)
  expect([requests.length, flow.getState().status]).toEqual([2, 'failed'])
  await vi.advanceTimersByTimeAsync(61_000)
  expect([requests.length, flow.getState().status]).toEqual([3, 'ready'])
  await vi.advanceTimersByTimeAsync(600_000)
  expect(requests).toHaveLength(3)
  unsubscribe()
})

test('the read is repeated for the next subscriber, and not while nobody subscribes', async () => {
  const { flow, requests } = createRateLimitedFlow(1)
  const unsubscribe = flow.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  unsubscribe()
  await vi.advanceTimersByTimeAsync(600_000)
  const requestCountBefore = requests.length
  flow.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  expect([requests.length - requestCountBefore, flow.getState().status]).toEqual([1, 'ready'])
})

test('claim() during the wait reads again at once, and only once', async () => {
  const { flow, requests } = createRateLimitedFlow(1)
  flow.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(0)
  await flow.claim()
  expect(flow.getState().status).toBe('ready')
  await vi.advanceTimersByTimeAsync(600_000)
  expect(requests).toHaveLength(2)
})

test('after any other failure, the flow does not read again by itself', async () => {
  const { client, requests } = clientWithAnswers(() => new Response('', { status: 503 }))
  const flow = createClaimFlow(client, { invitation_token: 'token' })
  flow.subscribe(() => {})
  await vi.advanceTimersByTimeAsync(600_000)
  expect([requests.length, flow.getState().status]).toEqual([3, 'failed'])
})

test.each([
  [1_000, 'claimed'],
  [120_000, 'unavailable'],
])(
  'for a minute after a lost claim, a used token counts as claimed by this user: after %i ms the flow is %s',
  async (passedMs, status) => {
    let nowMs = 0
    let claimCount = 0
    const { client } = clientWithAnswers(({ method }) => {
      if (method === 'GET') return Response.json(info)
      if (++claimCount === 1) throw new TypeError('fetch failed')
      return Response.json({ error: 'ResourceNotFound', detail: 'Invalid or expired' }, { status: 404 })
    })
    const flow = createClaimFlow(client, { invitation_token: 'token' }, { now: () => nowMs })
    onTestFinished(flow.subscribe(() => {}))
    await vi.waitFor(() => expect(flow.getState().status).toBe('ready'))
    await flow.claim()
    expect(flow.getState()).toMatchObject({ status: 'ready', error: { code: 'NetworkError' } })
    nowMs = passedMs
    await flow.claim()
    expect(flow.getState().status).toBe(status)
  },
)
