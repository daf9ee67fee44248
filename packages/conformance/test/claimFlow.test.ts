import { createSeatsClient, type ClaimFlow, type ClaimFlowState, type SeatsClientOptions } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { QueryClient } from '@tanstack/query-core'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

/** The methods of the calls so far, or `STREAM`. */
const calls: string[] = []
let onCall: (method: string) => unknown
const clientOf = (options: Partial<SeatsClientOptions> = {}) =>
  createSeatsClient({
    baseURL: 'http://emulator.test',
    retry: false,
    fetch: async (request: Request) => {
      const method = request.url.endsWith('/stream') ? 'STREAM' : request.method
      calls.push(method)
      await onCall(method)
      return emulator.fetch(request)
    },
    ...options,
  } as SeatsClientOptions)

const client = clientOf()
const polar = createSeatsClient({
  accessToken: 'polar_oat_acme',
  baseURL: 'http://emulator.test',
  fetch: (request) => emulator.fetch(request),
})
let cache: QueryClient
let token: string

beforeEach(async () => {
  const source = { subscription_id: emulator.reset()['acme/sub'] ?? '' }
  await polar.assignSeat({ ...source, email: 'ada@example.com' })
  const outbox = await emulator.fetch('http://emulator.test/_emulator/outbox?to=ada@example.com')
  const { emails } = (await outbox.json()) as { emails: { invitation_token: string }[] }
  token = emails[0]?.invitation_token ?? ''
  calls.length = 0
  onCall = () => {}
  cache = new QueryClient()
})

/** Mounts a component with the flow, and returns what it shows. */
function visit(options?: SharedClaimFlowOptions, of = client) {
  const flow = sharedClaimFlow(of, token, cache, options)
  const leave = flow.subscribe(() => {})
  return {
    flow,
    claim: () => flow.claim(),
    status: () => flow.getState().status,
    async leave() {
      leave()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const reaches = (flow: ClaimFlow, status: ClaimFlowState['status']) =>
  vi.waitFor(() => expect(flow.getState().status).toBe(status), { timeout: 10_000, interval: 1 })
const countOf = (method: string) => calls.filter((call) => call === method).length

async function ready(options?: SharedClaimFlowOptions) {
  const page = visit(options)
  await reaches(page.flow, 'ready')
  return page
}

describe('two components with one token', () => {
  test('have one flow and send one claim, also if only one waits for benefits', async () => {
    const one = await ready()
    const other = visit({ waitForBenefits: false })
    expect(other.status()).toBe('ready')
    await Promise.all([one.claim(), other.claim()])
    await other.claim()
    expect([one.status(), other.status()]).toEqual(['claimed', 'claimed'])
    expect(calls).toEqual(['GET', 'POST'])
  })

  test.each([
    ['first', [{ waitForBenefits: true }, {}]],
    ['last', [{}, { waitForBenefits: true }]],
  ])('wait for benefits where the %s of them asks for it', async (_which, [first, second]) => {
    const one = await ready(first)
    visit(second)
    await one.claim()
    expect(calls).toEqual(['GET', 'STREAM', 'POST'])
  })

  test('have two flows if they belong to two users', async () => {
    const one = await ready()
    await one.claim()
    const other = visit({}, clientOf({ scope: 'grace' }))
    await reaches(other.flow, 'unavailable')
    expect(one.status()).toBe('claimed')
  })
})

describe('a page that is left', () => {
  test('remembers a claim with a lost answer', async () => {
    const page = await ready()
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'GET' }, times: 1 })
    await page.claim()
    expect(page.status()).toBe('failed')
    await page.leave()

    const again = visit()
    expect(again.status()).toBe('failed')
    await again.claim()
    expect(again.flow.getState()).toMatchObject({ status: 'claimed', seat: null })
  })

  test('reads again if a read has shown since that the invitation is unused', async () => {
    const page = await ready()
    emulator.inject({ fault: { kind: 'drop_before' }, match: { method: 'POST' }, times: 1 })
    await page.claim()
    expect(page.flow.getState()).toMatchObject({ status: 'ready', error: { isAmbiguous: true } })
    await page.leave()
    calls.length = 0
    const again = await ready()
    expect(calls).toEqual(['GET'])
    expect(again.flow.getState()).not.toHaveProperty('error')
  })

  test('shows the failure of a claim whose answer is lost after the page was left', async () => {
    const page = await ready()
    onCall = () => {
      throw new TypeError('fetch failed')
    }
    const claim = page.claim()
    await page.leave()
    await claim
    expect(visit().status()).toBe('failed')
  })

  test('reads again after a claim that was refused', async () => {
    const page = await ready()
    emulator.inject({
      fault: { kind: 'status', status: 403, body: '{"error":"FeatureNotEnabled","detail":"Off"}' },
      match: { method: 'POST' },
      times: 1,
    })
    const claim = page.claim()
    await page.leave()
    await claim
    expect(page.status()).toBe('failed')
    const again = await ready()
    await again.claim()
    expect(again.status()).toBe('claimed')
  })

  test('still shows the claimed seat after a long time', async () => {
    cache = new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } })
    const page = await ready()
    await page.claim()
    await page.leave()
    // By then, the timer has run by which the cache removes an entry without observers.
    await new Promise((resolve) => setTimeout(resolve))
    const failures: unknown[] = []
    cache.getQueryCache().config.onError = (error) => failures.push(error)
    await cache.refetchQueries()
    expect(failures).toEqual([])
    expect(visit().flow.getState()).toMatchObject({ status: 'claimed', seat: { email: 'ada@example.com' } })
    expect(calls).toEqual(['GET', 'POST'])
  })
})

describe('a cache that is cleared', () => {
  test.each([
    ['after the page was left', true],
    ['before the page was left', false],
  ])('takes a claimed flow and its session with it: %s', async (_when, isLeftFirst) => {
    const page = await ready()
    await page.claim()
    expect(page.status()).toBe('claimed')
    if (isLeftFirst) await page.leave()
    cache.clear()
    if (!isLeftFirst) await page.leave()
    const next = sharedClaimFlow(client, token, cache)
    expect(next.getState()).toEqual({ status: 'loading' })
    next.subscribe(() => {})
    await reaches(next, 'unavailable')
    expect(countOf('POST')).toBe(1)
  })

  test('contains no token', async () => {
    const page = await ready()
    await page.claim()
    const { customer_session_token } = page.flow.getState() as { customer_session_token: string }
    const entries = cache
      .getQueryCache()
      .getAll()
      .map(({ queryKey, state }) => ({ queryKey, state }))
    expect(entries).not.toEqual([])
    expect(JSON.stringify(entries)).not.toContain(token)
    expect(JSON.stringify(entries)).not.toContain(customer_session_token)
  })

  test('keeps a claim that the page shows', async () => {
    const page = await ready()
    await page.claim()
    cache.clear()
    expect(page.status()).toBe('claimed')
    expect(visit().status()).toBe('claimed')
    expect(countOf('POST')).toBe(1)
  })
})
