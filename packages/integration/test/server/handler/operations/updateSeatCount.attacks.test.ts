import {
  createSeatsClient,
  getSubscription,
  previewSeatCount,
  updateSeatCount,
  type SeatCountPreview,
  type SeatSubscription,
} from '@seats/core'
import { startEmulator, type Seed } from '@seats/emulator'
import { createSeatsHandler, memoryStore, type AuditEvent, type SeatsGrant, type SeatsStore } from '@seats/server'
import { expect, onTestFinished, test, vi } from 'vitest'
import { errorOf } from '../../../core/startServers.ts'

const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_all' }],
      products: [{ ref: 'team', name: 'Team' }],
      customers: [{ ref: 'jane', email: 'jane@example.com', type: 'team', payment_method: 'ok' }],
      subscriptions: [
        {
          ref: 'sub',
          product: 'team',
          customer: 'jane',
          seats: 3,
          current_period_start: '2026-09-01T00:00:00Z',
          current_period_end: '2026-10-01T00:00:00Z',
          started_at: '2026-09-01T00:00:00Z',
        },
      ],
    },
  ],
}

interface Options {
  grant?: Partial<SeatsGrant>
  store?: SeatsStore
  proration?: object
}

async function startApp({ grant = { seatCount: 'change' }, store = memoryStore(), proration = {} }: Options = {}) {
  const emulator = await startEmulator({ seed, now: '2026-09-11T07:00:00Z' })
  onTestFinished(() => emulator.close())
  const calls: string[] = []
  const audit: AuditEvent[] = []
  const source = { subscription_id: emulator.ref('acme/sub') }
  const polar = createSeatsClient({
    accessToken: 'polar_oat_all',
    baseURL: emulator.url,
    fetch: async (request) => {
      calls.push(request.method)
      return emulator.fetch(request)
    },
  })
  const handler = createSeatsHandler({
    client: polar,
    basePath: '/api/seats',
    store,
    proration,
    authorize: () => ({ sources: [source], actor: 'user-1', ...grant }) as SeatsGrant,
    onAudit: (event) => void audit.push(event),
    onError: () => {},
  })
  const send = (request: Request) => {
    const pageRequest = new Request(request)
    pageRequest.headers.set('sec-fetch-site', 'same-origin')
    return handler(pageRequest)
  }
  const page = createSeatsClient({ baseURL: 'https://app.example.com/api/seats', fetch: send, retry: false })
  const patch = (body: unknown) =>
    send(
      new Request(`https://app.example.com/api/seats/v1/subscriptions/${source.subscription_id}`, {
        method: 'PATCH',
        body: typeof body === 'string' ? body : JSON.stringify(body),
        headers: { 'content-type': 'application/json' },
      }),
    )
  return { emulator, source, page, polar, patch, calls, audit }
}

const countPatches = (calls: string[]) => calls.filter((method) => method === 'PATCH').length

/** Creates a store that hangs when the lock is taken, renewed or released. */
function createHangingStore(step: 'take' | 'renew' | 'release') {
  const store = memoryStore()
  let resume = () => {}
  const resumed = new Promise<void>((resolve) => (resume = resolve))
  let isOn = false
  const hangingStore: SeatsStore = {
    ...store,
    async compareAndSet(key, change) {
      const { expected, value } = change
      const currentStep = expected === null ? 'take' : value === null ? 'release' : 'renew'
      if (isOn && currentStep === step && key.startsWith('seat-count:')) await resumed
      return store.compareAndSet(key, change)
    },
  }
  return { store: hangingStore, resume, turnOn: () => void (isOn = true) }
}

test('a store that hangs while the lock is released does not delay the answer', async () => {
  const { store, turnOn } = createHangingStore('release')
  const { page, source } = await startApp({ store })
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  turnOn()
  vi.useFakeTimers()
  onTestFinished(() => void vi.useRealTimers())
  const purchase = updateSeatCount(page, { ...source, seats: 5, seen })
  await vi.advanceTimersByTimeAsync(3_000)
  expect(await Promise.race([purchase, 'hangs'])).toMatchObject({ seats: 5 })
})

test.each(['take', 'renew'] as const)(
  'if the store hangs at the step `%s` of the lock, the purchase is refused and is not sent later',
  async (step) => {
    const { store, turnOn, resume } = createHangingStore(step)
    const { patch, page, source, calls, audit } = await startApp({ store })
    const seen = await previewSeatCount(page, { ...source, seats: 5 })
    turnOn()
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const answer = patch({ seats: 5, seen })
    await vi.advanceTimersByTimeAsync(20_000)
    const response = await answer
    expect(response?.status).toBe(409)
    expect(await response?.json()).toMatchObject({ error: 'SubscriptionLocked' })
    resume()
    await vi.advanceTimersByTimeAsync(20_000)
    expect(countPatches(calls)).toBe(0)
    expect(audit.at(-1)).toMatchObject({ code: 'SubscriptionLocked', seatCount: { outcome: 'refused' } })
  },
)

test('the lock is released even if the store’s answer was lost', async () => {
  const store = memoryStore()
  let isLost = false
  const { patch, page, source } = await startApp({
    store: {
      ...store,
      async compareAndSet(key, change) {
        const result = await store.compareAndSet(key, change)
        if (!isLost || change.expected !== null) return result
        isLost = false
        throw new Error('The connection to Redis was lost')
      },
    },
  })
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  isLost = true
  expect((await patch({ seats: 5, seen })).status).toBe(500)
  expect(await store.get(`seat-count:${source.subscription_id}`)).toBeNull()
})

test('a user who may only buy cannot replace a scheduled count by a smaller one', async () => {
  const { page, source, polar, calls } = await startApp({
    grant: { seatCount: 'buy' },
    proration: { increase: 'next_period' },
  })
  const params = { ...source, seats: 20 }
  const behavior = 'next_period'
  await updateSeatCount(polar, { ...params, seen: await previewSeatCount(polar, params, { behavior }) }, { behavior })
  calls.length = 0
  expect(await errorOf(previewSeatCount(page, { ...source, seats: 4 }))).toMatchObject({ code: 'OperationNotGranted' })
  const seen = await previewSeatCount(polar, { ...source, seats: 4 }, { behavior })
  const error = await errorOf(updateSeatCount(page, { ...source, seats: 4, seen }))
  expect(error).toMatchObject({ code: 'OperationNotGranted', status: 403 })
  expect(countPatches(calls)).toBe(0)
  const largerPreview = await previewSeatCount(page, { ...source, seats: 21 })
  expect(await updateSeatCount(page, { ...source, seats: 21, seen: largerPreview })).toMatchObject({
    pending_update: { seats: 21 },
  })
})

const forgedLine = '\n2026-09-11 forged line \u001b[2J'
const forgeries: [name: string, forge: (seen: SeatCountPreview) => unknown][] = [
  ['the behavior', (seen) => ({ ...seen, behavior: forgedLine })],
  ['the currency', (seen) => ({ ...seen, currency: forgedLine })],
  ['the time', (seen) => ({ ...seen, appliesAt: forgedLine })],
  ['a higher price', (seen) => ({ ...seen, dueNow: 9_999_999 })],
  ['another time', (seen) => ({ ...seen, appliesAt: '1999-01-01T00:00:00Z' })],
]

test.each(forgeries)('the audit does not contain a value that a page forged: %s', async (_name, forge) => {
  const { patch, page, source, audit } = await startApp()
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  await patch({ seats: 5, seen: forge(seen) })
  const text = JSON.stringify(audit.at(-1))
  expect(text).not.toMatch(/forged|9999999|1999/)
})

test('a preview with infinite amounts or fractions is refused', async () => {
  const { patch, page, source, calls } = await startApp()
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  const forged = JSON.stringify({ seats: 5, seen }).replace(`"dueNow":${seen.dueNow}`, '"dueNow":1e999')
  expect((await patch(forged)).status).toBe(422)
  expect((await patch({ seats: 5, seen: { ...seen, perPeriod: 0.5 } })).status).toBe(422)
  expect(countPatches(calls)).toBe(0)
})

test('a page can buy with the subscription id in another spelling', async () => {
  const { page, source } = await startApp()
  const spelledSource = { subscription_id: source.subscription_id.toUpperCase() }
  const seen = await previewSeatCount(page, { ...spelledSource, seats: 5 })
  const subscription: SeatSubscription = await updateSeatCount(page, { ...spelledSource, seats: 5, seen })
  expect(subscription.seats).toBe(5)
  expect(await getSubscription(page, spelledSource)).toMatchObject({ seats: 5 })
})
