import {
  cancelSeatCountChange,
  createSeatsClient,
  getSubscription,
  previewSeatCount,
  updateSeatCount,
  type ProrationChoice,
  type SeatsClientOptions,
} from '@seats/core'
import { startEmulator, type Seed } from '@seats/emulator'
import { describe, expect, onTestFinished, test } from 'vitest'
import { errorOf, shortPauses } from '../../startServers.ts'

const period = {
  current_period_start: '2026-09-01T00:00:00Z',
  current_period_end: '2026-10-01T00:00:00Z',
  started_at: '2026-09-01T00:00:00Z',
}
const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      proration_behavior: 'prorate',
      tokens: [{ token: 'polar_oat_all' }],
      products: [
        { ref: 'team', name: 'Team' },
        { ref: 'dear', name: 'Dear', price: { tiers: [{ min_seats: 1, max_seats: null, price_per_seat: 9000 }] } },
      ],
      discounts: [
        { ref: 'once', name: 'Once', type: 'percentage', basis_points: 5000, duration: 'once' },
        {
          ref: 'months',
          name: 'Months',
          type: 'percentage',
          basis_points: 5000,
          duration: 'repeating',
          duration_in_months: 3,
        },
      ],
      customers: [{ ref: 'jane', email: 'jane@example.com', type: 'team', payment_method: 'ok' }],
      subscriptions: [
        { ref: 'sub', product: 'team', customer: 'jane', seats: 3, ...period },
        { ref: 'oncesub', product: 'team', customer: 'jane', seats: 3, discount: 'once', ...period },
        { ref: 'monthsub', product: 'team', customer: 'jane', seats: 3, discount: 'months', ...period },
        { ref: 'gone', product: 'team', customer: 'jane', seats: 3, status: 'canceled', ...period },
        { ref: 'ending', product: 'team', customer: 'jane', seats: 3, cancel_at_period_end: true, ...period },
      ],
    },
    {
      slug: 'strict',
      customer_portal_subscription_update_seats: false,
      products: [{ ref: 'team', name: 'Team' }],
      customers: [{ ref: 'joe', email: 'joe@example.com', type: 'team', payment_method: 'ok' }],
      subscriptions: [{ ref: 'sub', product: 'team', customer: 'joe', seats: 3, ...period }],
    },
  ],
}

type BeforeRequest = (request: Request) => unknown

async function start() {
  const emulator = await startEmulator({ seed, now: '2026-09-11T07:00:00Z' })
  onTestFinished(() => emulator.close())
  const sent: string[] = []
  const create = (options: object, beforeRequest?: BeforeRequest) =>
    createSeatsClient({
      baseURL: emulator.url,
      ...shortPauses,
      ...options,
      fetch: async (request: Request) => {
        const replacement = await beforeRequest?.(request)
        sent.push(request.method)
        return replacement instanceof Response ? replacement : emulator.fetch(request)
      },
    } as SeatsClientOptions)
  const organizationClient = (beforeRequest?: BeforeRequest) => create({ accessToken: 'polar_oat_all' }, beforeRequest)
  const sessionClient = (customer = 'acme/jane', beforeRequest?: BeforeRequest) =>
    create({ sessionToken: emulator.session(customer) }, beforeRequest)
  const source = (ref = 'sub') => ({ subscription_id: emulator.ref(ref.includes('/') ? ref : `acme/${ref}`) })
  const buy = async (seats: number, behavior?: ProrationChoice, ref?: string) => {
    const params = { ...source(ref), seats }
    const seen = await previewSeatCount(organizationClient(), params, { behavior })
    return updateSeatCount(organizationClient(), { ...params, seen }, { behavior })
  }
  const patch = (body: object, ref?: string) =>
    emulator.fetch(
      new Request(`${emulator.url}/v1/subscriptions/${source(ref).subscription_id}`, {
        method: 'PATCH',
        headers: { authorization: 'Bearer polar_oat_all', 'content-type': 'application/json' },
        body: JSON.stringify(body),
      }),
    )
  return { emulator, organizationClient, sessionClient, source, buy, patch, sent }
}

const countPatches = (sent: string[]) => sent.filter((method) => method === 'PATCH').length
const tooManyRequests = () =>
  Response.json({ error: 'RateLimited', detail: 'Slow down' }, { status: 429, headers: { 'retry-after': '0' } })

test.each(['organization', 'session'] as const)(
  'a purchase that waits after a 429 does not undo another purchase made in the meantime: %s',
  async (mode) => {
    const { source, buy, sent, ...clients } = await start()
    let isFirst = true
    const beforeRequest = async ({ method }: Request) => {
      if (method !== 'PATCH' || !isFirst) return undefined
      isFirst = false
      await buy(9, 'prorate')
      sent.length = 0
      return tooManyRequests()
    }
    const client =
      mode === 'session' ? clients.sessionClient('acme/jane', beforeRequest) : clients.organizationClient(beforeRequest)
    const seen = await previewSeatCount(client, { ...source(), seats: 5 })
    const error = await errorOf(updateSeatCount(client, { ...source(), seats: 5, seen }))
    expect(error).toMatchObject({ code: 'SeatCountChanged', isAmbiguous: false })
    expect(countPatches(sent)).toBe(1)
    expect(await getSubscription(clients.organizationClient(), source())).toMatchObject({ seats: 9 })
  },
)

test('an abort before the purchase is sent buys nothing', async () => {
  const { organizationClient, source, sent } = await start()
  const seen = await previewSeatCount(organizationClient(), { ...source(), seats: 5 })
  const controller = new AbortController()
  const options = { signal: controller.signal, beforeSend: () => controller.abort() }
  const error = await updateSeatCount(organizationClient(), { ...source(), seats: 5, seen }, options).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ name: 'AbortError' })
  expect(countPatches(sent)).toBe(0)
})

test('an abort before a scheduled change is cancelled changes nothing', async () => {
  const { organizationClient, source, buy, sent } = await start()
  await buy(2)
  sent.length = 0
  const controller = new AbortController()
  const options = { signal: controller.signal, beforeSend: () => controller.abort() }
  const error = await cancelSeatCountChange(organizationClient(), source(), options).catch((thrown: unknown) => thrown)
  expect(error).toMatchObject({ name: 'AbortError' })
  expect(countPatches(sent)).toBe(0)
})

test.each([
  ['in capitals', (id: string) => id.toUpperCase()],
  ['without dashes', (id: string) => id.replaceAll('-', '')],
])('a purchase accepts the subscription id %s', async (_title, spell) => {
  const { organizationClient, source } = await start()
  const spelledSource = { subscription_id: spell(source().subscription_id) }
  const seen = await previewSeatCount(organizationClient(), { ...spelledSource, seats: 5 })
  expect(await updateSeatCount(organizationClient(), { ...spelledSource, seats: 5, seen })).toMatchObject({ seats: 5 })
})

test('the price of a period is an estimate if another product is scheduled', async () => {
  const { organizationClient, source, patch, emulator } = await start()
  const { status } = await patch({ product_id: emulator.ref('acme/dear'), proration_behavior: 'next_period' })
  expect(status).toBe(200)
  expect(await previewSeatCount(organizationClient(), { ...source(), seats: 5 })).toMatchObject({ isEstimate: true })
})

test.each([
  ['oncesub', 4000],
  ['monthsub', 4000],
])('the price of a period is an estimate without the discount if the discount will end: %s', async (ref, perPeriod) => {
  const { organizationClient, source } = await start()
  const seen = await previewSeatCount(organizationClient(), { ...source(ref), seats: 4 })
  expect(seen).toMatchObject({ perPeriod, isEstimate: true })
})

test('a larger balance does not hide a higher price', async () => {
  const { organizationClient, source, buy, emulator } = await start()
  const seen = await previewSeatCount(organizationClient(), { ...source(), seats: 5 })
  await buy(8, 'prorate')
  emulator.advance(3 * 86_400)
  await buy(3, 'prorate')
  await buy(1, 'invoice', 'monthsub')
  const currentPreview = await previewSeatCount(organizationClient(), { ...source(), seats: 5 })
  expect(currentPreview.dueNow).toBeLessThan(seen.dueNow)
  expect(currentPreview.dueNow + currentPreview.fromBalance).toBeGreaterThan(seen.dueNow)
  const error = await errorOf(updateSeatCount(organizationClient(), { ...source(), seats: 5, seen }))
  expect(error).toMatchObject({ code: 'SeatPriceChanged' })
})

test('a preview whose amounts are not numbers is refused', async () => {
  const { organizationClient, source, sent } = await start()
  const seen = await previewSeatCount(organizationClient(), { ...source(), seats: 5 })
  const error = await errorOf(
    updateSeatCount(organizationClient(), { ...source(), seats: 5, seen: { ...seen, dueNow: Number.NaN } }),
  )
  expect(error).toMatchObject({ code: 'SeatPriceChanged' })
  expect(countPatches(sent)).toBe(0)
})

test('the amount of earlier changes is null if it cannot be separated from the tax of this change', async () => {
  const { organizationClient, source } = await start()
  const amounts = { total_amount: 1565, tax_amount: 251, due_amount: 1565 }
  const client = organizationClient(async (request) => {
    if (request.method !== 'POST') return undefined
    const { seats } = (await request.clone().json()) as { seats: number }
    // More seats are taken than were paid for, so Polar refuses to preview the current count.
    const refusal = { error: 'SeatsAlreadyAssigned', detail: 'Cannot decrease seats to 3.' }
    return seats === 3 ? Response.json(refusal, { status: 400 }) : Response.json(amounts)
  })
  expect(await previewSeatCount(client, { ...source(), seats: 5 })).toMatchObject({
    dueNow: 1565,
    tax: 251,
    earlierUnbilled: null,
    isEstimate: true,
  })
})

describe('the detail of a refusal is right', async () => {
  test('if the subscription has ended or is about to end', async () => {
    const { organizationClient, source } = await start()
    for (const ref of ['gone', 'ending']) {
      const preview = await errorOf(previewSeatCount(organizationClient(), { ...source(ref), seats: 5 }))
      const seen = { ...(await previewSeatCount(organizationClient(), { ...source(), seats: 5 })), ...source(ref) }
      const purchase = await errorOf(updateSeatCount(organizationClient(), { ...source(ref), seats: 5, seen }))
      expect(purchase.detail).toBe(preview.detail)
    }
  })

  test('if the customer may not change the count', async () => {
    const { sessionClient, source } = await start()
    const error = await errorOf(previewSeatCount(sessionClient('strict/joe'), { ...source('strict/sub'), seats: 5 }))
    expect(error.detail).toBe(
      'Updating subscription seats is not allowed. The organization that sells it changes the seat count for you: ask there.',
    )
  })

  test('if the proration behavior differs from that of the preview', async () => {
    const { organizationClient, source } = await start()
    const seen = await previewSeatCount(organizationClient(), { ...source(), seats: 5 }, { behavior: 'prorate' })
    const error = await errorOf(updateSeatCount(organizationClient(), { ...source(), seats: 5, seen }))
    expect(error).toMatchObject({ code: 'SeatPriceChanged' })
    expect(error.detail).toContain('charged by invoice, not by prorate')
  })
})

test('cancelling a scheduled change does not undo a purchase made in between', async () => {
  const { sessionClient, organizationClient, source, buy, sent } = await start()
  await buy(2)
  let isFirst = true
  const client = sessionClient('acme/jane', async ({ method }) => {
    if (method !== 'PATCH' || !isFirst) return
    isFirst = false
    await buy(9, 'prorate')
    sent.length = 0
  })
  await cancelSeatCountChange(client, source()).catch(() => {})
  expect(await getSubscription(organizationClient(), source())).toMatchObject({ seats: 9, pending_update: null })
})
