import { createSeatsClient, type ClaimFlow, type ClaimFlowState, type SeatsClientOptions } from '@seats/core'
import { sharedClaimFlow, type SharedClaimFlowOptions } from '@seats/core/query'
import { startEmulator } from '@seats/emulator'
import { QueryClient } from '@tanstack/query-core'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'

const emulator = await startEmulator()
afterAll(() => emulator.close())

/** The methods of the calls so far. `STREAM` is the event stream of a claim. */
const calls: string[] = []
let onCall: (method: string) => unknown
const createClient = (options: Partial<SeatsClientOptions> = {}) =>
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

const client = createClient()
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
function mountPage(options?: SharedClaimFlowOptions, usedClient = client) {
  const flow = sharedClaimFlow(usedClient, token, cache, options)
  const unmount = flow.subscribe(() => {})
  return {
    flow,
    claim: () => flow.claim(),
    status: () => flow.getState().status,
    async unmount() {
      unmount()
      await new Promise((resolve) => setImmediate(resolve))
    },
  }
}

const waitForStatus = (flow: ClaimFlow, status: ClaimFlowState['status']) =>
  vi.waitFor(() => expect(flow.getState().status).toBe(status), { timeout: 10_000, interval: 1 })
const countCalls = (method: string) => calls.filter((call) => call === method).length

async function mountReadyPage(options?: SharedClaimFlowOptions) {
  const page = mountPage(options)
  await waitForStatus(page.flow, 'ready')
  return page
}

describe('two components with one token', () => {
  test('share one flow and send one claim, even if only one waits for benefits', async () => {
    const firstPage = await mountReadyPage()
    const otherPage = mountPage({ waitForBenefits: false })
    expect(otherPage.status()).toBe('ready')
    await Promise.all([firstPage.claim(), otherPage.claim()])
    await otherPage.claim()
    expect([firstPage.status(), otherPage.status()]).toEqual(['claimed', 'claimed'])
    expect(calls).toEqual(['GET', 'POST'])
  })

  test.each([
    ['first', [{ waitForBenefits: true }, {}]],
    ['last', [{}, { waitForBenefits: true }]],
  ])('wait for the benefits even if only the %s component asks for them', async (_which, [first, second]) => {
    const firstPage = await mountReadyPage(first)
    mountPage(second)
    await firstPage.claim()
    expect(calls).toEqual(['GET', 'STREAM', 'POST'])
  })

  test('have separate flows if they belong to different users', async () => {
    const firstPage = await mountReadyPage()
    await firstPage.claim()
    const otherPage = mountPage({}, createClient({ scope: 'grace' }))
    await waitForStatus(otherPage.flow, 'unavailable')
    expect(firstPage.status()).toBe('claimed')
  })
})

describe('a claim page that is left and visited again', () => {
  test('still knows that the answer to a claim was lost', async () => {
    const page = await mountReadyPage()
    emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
    emulator.inject({ fault: { kind: 'status', status: 503 }, match: { method: 'GET' }, times: 1 })
    await page.claim()
    expect(page.status()).toBe('failed')
    await page.unmount()

    const secondPage = mountPage()
    expect(secondPage.status()).toBe('failed')
    await secondPage.claim()
    expect(secondPage.flow.getState()).toMatchObject({ status: 'claimed', seat: null })
  })

  test('reads the invitation again after a failed claim that did not use the invitation', async () => {
    const page = await mountReadyPage()
    emulator.inject({ fault: { kind: 'drop_before' }, match: { method: 'POST' }, times: 1 })
    await page.claim()
    expect(page.flow.getState()).toMatchObject({ status: 'ready', error: { isAmbiguous: true } })
    await page.unmount()
    calls.length = 0
    const secondPage = await mountReadyPage()
    expect(calls).toEqual(['GET'])
    expect(secondPage.flow.getState()).not.toHaveProperty('error')
  })

  test('shows the failure of a claim, even if its answer was lost after the page was left', async () => {
    const page = await mountReadyPage()
    onCall = () => {
      throw new TypeError('fetch failed')
    }
    const claim = page.claim()
    await page.unmount()
    await claim
    expect(mountPage().status()).toBe('failed')
  })

  test('reads the invitation again after the server refused a claim', async () => {
    const page = await mountReadyPage()
    emulator.inject({
      fault: { kind: 'status', status: 403, body: '{"error":"FeatureNotEnabled","detail":"Off"}' },
      match: { method: 'POST' },
      times: 1,
    })
    const claim = page.claim()
    await page.unmount()
    await claim
    expect(page.status()).toBe('failed')
    const secondPage = await mountReadyPage()
    await secondPage.claim()
    expect(secondPage.status()).toBe('claimed')
  })

  test('still shows the claimed seat after a long time', async () => {
    cache = new QueryClient({ defaultOptions: { queries: { gcTime: 0 } } })
    const page = await mountReadyPage()
    await page.claim()
    await page.unmount()
    // Lets the cache's timer run, which removes entries without observers.
    await new Promise((resolve) => setTimeout(resolve))
    const failures: unknown[] = []
    cache.getQueryCache().config.onError = (error) => failures.push(error)
    await cache.refetchQueries()
    expect(failures).toEqual([])
    expect(mountPage().flow.getState()).toMatchObject({ status: 'claimed', seat: { email: 'ada@example.com' } })
    expect(calls).toEqual(['GET', 'POST'])
  })
})

describe('the query cache of a claim page', () => {
  test.each([
    ['after the page was left', true],
    ['before the page was left', false],
  ])('loses a claimed flow and its session if it is cleared %s', async (_when, isLeftFirst) => {
    const page = await mountReadyPage()
    await page.claim()
    expect(page.status()).toBe('claimed')
    if (isLeftFirst) await page.unmount()
    cache.clear()
    if (!isLeftFirst) await page.unmount()
    const next = sharedClaimFlow(client, token, cache)
    expect(next.getState()).toEqual({ status: 'loading' })
    next.subscribe(() => {})
    await waitForStatus(next, 'unavailable')
    expect(countCalls('POST')).toBe(1)
  })

  test('contains no token', async () => {
    const page = await mountReadyPage()
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

  test('keeps a claim that a page still shows, even if the cache is cleared', async () => {
    const page = await mountReadyPage()
    await page.claim()
    cache.clear()
    expect(page.status()).toBe('claimed')
    expect(mountPage().status()).toBe('claimed')
    expect(countCalls('POST')).toBe(1)
  })
})
