import {
  cancelSeatCountChange,
  createSeatsClient,
  getSubscription,
  previewSeatCount,
  updateSeatCount,
  type ProrationChoice,
  type SeatCountPreview,
  type SeatsClientOptions,
} from '@seats/core'
import { startEmulator, type Fault, type Seed } from '@seats/emulator'
import { afterAll, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorOf, shortPauses } from '../../startServers.ts'

vi.setConfig({ testTimeout: 30_000 })

const start = '2026-09-01T00:00:00Z'
const end = '2026-10-01T00:00:00Z'
/** The time of the tests: 473 of the 720 hours of the period remain. */
const now = '2026-09-11T07:00:00Z'
const period = { current_period_start: start, current_period_end: end, started_at: start }
const tiers = (...rows: [number, number | null, number][]) =>
  rows.map(([min_seats, max_seats, price_per_seat]) => ({ min_seats, max_seats, price_per_seat }))

const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      proration_behavior: 'prorate',
      tokens: [{ token: 'polar_oat_all' }],
      products: [
        { ref: 'team', name: 'Team', price: { type: 'volume', tiers: tiers([1, 4, 1000], [5, 50, 800]) } },
        {
          ref: 'graduated',
          name: 'Graduated',
          price: { type: 'graduated', tiers: tiers([1, 5, 1000], [6, 20, 700], [21, null, 500]) },
        },
        { ref: 'flat', name: 'Flat', price: { type: 'fixed', tiers: tiers([3, null, 1500]) } },
        { ref: 'hybrid', name: 'Hybrid', amount: 5000, price: { type: 'fixed', tiers: tiers([1, null, 900]) } },
        { ref: 'solo', name: 'Solo', seat_based: false, amount: 2900 },
      ],
      discounts: [
        { ref: 'tenth', name: 'Tenth off', type: 'percentage', basis_points: 1000, duration: 'forever' },
        { ref: 'once', name: 'Once', type: 'percentage', basis_points: 5000, duration: 'once' },
      ],
      customers: [
        { ref: 'jane', email: 'jane@example.com', type: 'team', payment_method: 'ok' },
        { ref: 'poor', email: 'poor@example.com', type: 'team', payment_method: 'declined' },
        { ref: 'secure', email: 'secure@example.com', type: 'team', payment_method: 'requires_action' },
        { ref: 'cash', email: 'cash@example.com', type: 'team' },
      ],
      subscriptions: [
        { ref: 'sub', product: 'team', customer: 'jane', seats: 3, ...period },
        { ref: 'grad', product: 'graduated', customer: 'jane', seats: 8, ...period },
        { ref: 'flatsub', product: 'flat', customer: 'jane', seats: 6, ...period },
        { ref: 'hybridsub', product: 'hybrid', customer: 'jane', seats: 2, discount: 'tenth', ...period },
        { ref: 'oncesub', product: 'flat', customer: 'jane', seats: 6, discount: 'once', ...period },
        { ref: 'trial', product: 'team', customer: 'jane', seats: 3, status: 'trialing', ...period },
        { ref: 'pastdue', product: 'team', customer: 'jane', seats: 3, status: 'past_due', ...period },
        { ref: 'gone', product: 'team', customer: 'jane', seats: 3, status: 'canceled', ...period },
        { ref: 'ending', product: 'team', customer: 'jane', seats: 3, cancel_at_period_end: true, ...period },
        { ref: 'nonesub', product: 'flat', customer: 'jane', seats: 0, ...period },
        { ref: 'fewsub', product: 'flat', customer: 'jane', seats: 2, ...period },
        { ref: 'solosub', product: 'solo', customer: 'jane', ...period },
        { ref: 'poorsub', product: 'team', customer: 'poor', seats: 3, ...period },
        { ref: 'securesub', product: 'team', customer: 'secure', seats: 3, ...period },
        { ref: 'cashsub', product: 'team', customer: 'cash', seats: 3, ...period },
      ],
    },
  ],
}

const emulator = await startEmulator({ port: 0, seed })
afterAll(() => emulator.close())

let sent: string[] = []
const recordingFetch = (request: Request) => {
  sent.push(`${request.method} ${new URL(request.url).pathname.split('/').at(-1)}`)
  return fetch(request)
}
const organizationClient = (options: Partial<SeatsClientOptions> = {}) =>
  createSeatsClient({
    accessToken: 'polar_oat_all',
    baseURL: emulator.url,
    fetch: recordingFetch,
    ...shortPauses,
    ...options,
  } as SeatsClientOptions)
const sessionClient = (customer = 'acme/jane') =>
  createSeatsClient({
    sessionToken: emulator.session(customer),
    baseURL: emulator.url,
    fetch: recordingFetch,
    ...shortPauses,
  })
const sourceOf = (ref: string) => ({
  subscription_id: emulator.ref(emulator.refs[`acme/${ref}sub`] ? `acme/${ref}sub` : `acme/${ref}`),
})
const inject = (fault: Fault['fault'], method: string, times = 1) =>
  emulator.inject({ fault, match: { method, path: '/v1/subscriptions/*' }, times })

beforeEach(() => {
  emulator.reset()
  emulator.advance((Date.parse(now) - emulator.now()) / 1000)
  sent = []
})

describe('a preview', () => {
  test.each([
    // [subscription, count, behavior, due now, on the next invoice, per period]
    ['sub', 4, 'invoice', 656, 0, 4000],
    ['sub', 5, 'invoice', 656, 0, 4000],
    ['sub', 5, 'prorate', 0, 656, 4000],
    ['sub', 2, 'prorate', 0, -656, 2000],
    ['sub', 5, 'next_period', 0, 0, 4000],
    ['sub', 2, undefined, 0, 0, 2000],
    ['grad', 23, undefined, 6503, 0, 17_000],
    ['grad', 4, 'prorate', 0, -2036, 4000],
    ['flat', 7, 'invoice', 985, 0, 10_500],
    ['hybrid', 5, 'invoice', 1596, 0, 8550],
    ['trial', 4, 'invoice', 0, 0, 4000],
    ['pastdue', 4, 'invoice', 656, 0, 4000],
  ])(
    'of %s for %s seats, charged by %s, has the right amounts',
    async (ref, seats, behavior, dueNow, onNextInvoice, perPeriod) => {
      const preview = await previewSeatCount(
        organizationClient(),
        { ...sourceOf(ref), seats },
        { behavior: behavior as ProrationChoice },
      )
      expect(preview).toMatchObject({
        dueNow,
        onNextInvoice,
        perPeriod,
        earlierUnbilled: 0,
        tax: null,
        fromBalance: 0,
        currency: 'usd',
        isEstimate: false,
        seats,
      })
      expect(preview.appliesAt).toBe(preview.behavior === 'next_period' ? end : preview.asOf)
      expect(sent).toEqual([expect.stringContaining('GET '), 'POST change-preview', 'POST change-preview'])
    },
  )

  test('shows the unbilled amount of earlier changes separately', async () => {
    const client = organizationClient()
    await buy('sub', 5, 'prorate')
    expect(await previewSeatCount(client, { ...sourceOf('sub'), seats: 6 }, { behavior: 'prorate' })).toMatchObject({
      dueNow: 0,
      onNextInvoice: 525,
      earlierUnbilled: 656,
      perPeriod: 4800,
    })
    expect(await previewSeatCount(client, { ...sourceOf('sub'), seats: 6 })).toMatchObject({
      dueNow: 1181,
      onNextInvoice: 0,
      earlierUnbilled: 656,
    })
  })

  test('shows the amount that the balance pays or gets', async () => {
    const client = organizationClient()
    expect(await previewSeatCount(client, { ...sourceOf('sub'), seats: 2 }, { behavior: 'invoice' })).toMatchObject({
      dueNow: 0,
      fromBalance: -656,
    })
    await buy('sub', 2, 'invoice')
    expect(await previewSeatCount(client, { ...sourceOf('grad'), seats: 10 })).toMatchObject({
      dueNow: 263,
      fromBalance: 656,
    })
  })

  test.each([
    ['none', 3, 2956],
    ['few', 4, 1970],
  ])(
    'of %s for %i seats is estimated if Polar has no preview of the current count, which is below the minimum',
    async (ref, seats, price) => {
      const client = organizationClient()
      const seen = await previewSeatCount(client, { ...sourceOf(ref), seats }, { behavior: 'invoice' })
      expect(seen).toMatchObject({ seats, isEstimate: true, dueNow: Math.max(0, price) })
      expect(seen.dueNow + seen.fromBalance).toBe(price)
      expect(await updateSeatCount(client, { ...sourceOf(ref), seats, seen })).toMatchObject({ seats })
    },
  )

  test('says that nothing is charged at once if the amount is too small for a card', async () => {
    const client = organizationClient()
    // An hour before the period ends, 37 seats cost less than the smallest charge.
    emulator.advance((Date.parse(end) - 3_600_000 - emulator.now()) / 1000)
    const preview = await previewSeatCount(client, { ...sourceOf('sub'), seats: 40 })
    expect(preview.dueNow).toBe(0)
    expect(preview.fromBalance).toBeGreaterThan(0)
    expect(preview.fromBalance).toBeLessThan(50)
    expect(await updateSeatCount(client, { ...sourceOf('sub'), seats: 40, seen: preview })).toMatchObject({ seats: 40 })
  })

  test.each([
    ['sub', 51, 'AboveMaximumSeats', 1],
    ['flat', 2, 'BelowMinimumSeats', 1],
    ['sub', 0, 'BelowMinimumSeats', 1],
    ['sub', -1, 'BelowMinimumSeats', 1],
    ['solo', 2, 'NotASeatBasedSubscription', 1],
    ['gone', 4, 'AlreadyCanceledSubscription', 1],
    ['ending', 4, 'AlreadyCanceledSubscription', 1],
    ['sub', 4.5, 'RequestValidationError', 0],
    ['sub', 2 ** 31, 'RequestValidationError', 0],
    ['sub', Number.NaN, 'RequestValidationError', 0],
    ['sub', '4', 'RequestValidationError', 0],
    ['sub', null, 'RequestValidationError', 0],
  ])('of %s for %s seats is refused: %s, after %i reads', async (ref, seats, code, reads) => {
    const error = await errorOf(previewSeatCount(organizationClient(), { ...sourceOf(ref), seats: seats as number }))
    expect(error).toMatchObject({ code, isAmbiguous: false })
    expect(sent).toHaveLength(reads)
  })

  test('with a session uses the organization’s proration, and refuses any other', async () => {
    const client = sessionClient()
    expect(await previewSeatCount(client, { ...sourceOf('sub'), seats: 5 })).toMatchObject({
      behavior: 'prorate',
      dueNow: 0,
      onNextInvoice: 656,
    })
    const previewByInvoice = previewSeatCount(client, { ...sourceOf('sub'), seats: 5 }, { behavior: 'invoice' })
    expect(await errorOf(previewByInvoice)).toMatchObject({ code: 'ConfigurationError' })
  })

  test('estimates the price of a period if a session hides the discount, or the discount will end', async () => {
    expect(await previewSeatCount(sessionClient(), { ...sourceOf('hybrid'), seats: 5 })).toMatchObject({
      onNextInvoice: 1596,
      perPeriod: 9500,
      isEstimate: true,
    })
    expect(await previewSeatCount(organizationClient(), { ...sourceOf('once'), seats: 7 })).toMatchObject({
      isEstimate: true,
    })
  })

  describe('from a server that has no route for previews', () => {
    test.each([
      ['sub', 5, 'invoice', 656, 0],
      ['sub', 2, 'prorate', 0, -656],
      ['grad', 23, 'invoice', 6503, 0],
      ['hybrid', 5, 'invoice', 1596, 0],
      ['trial', 4, 'invoice', 0, 0],
      ['sub', 2, 'next_period', 0, 0],
    ])('is estimated: %s for %s seats, charged by %s', async (ref, seats, behavior, dueNow, onNextInvoice) => {
      emulator.inject({ fault: { kind: 'status', status: 404 }, match: { path: '/v1/subscriptions/*/change-preview' } })
      expect(
        await previewSeatCount(
          organizationClient(),
          { ...sourceOf(ref), seats },
          { behavior: behavior as ProrationChoice },
        ),
      ).toMatchObject({
        dueNow,
        onNextInvoice,
        earlierUnbilled: null,
        tax: null,
        isEstimate: true,
      })
    })

    test('is estimated for the time of `now`, and updateSeatCount compares it with the price at its own `now`', async () => {
      emulator.inject({ fault: { kind: 'status', status: 404 }, match: { path: '/v1/subscriptions/*/change-preview' } })
      const client = organizationClient()
      const params = { ...sourceOf('sub'), seats: 5 }
      const atStart = { now: () => Date.parse(start) }
      expect(await previewSeatCount(client, params, atStart)).toMatchObject({
        dueNow: 1000,
        asOf: '2026-09-01T00:00:00.000Z',
      })
      const seen = await previewSeatCount(client, params)
      expect(seen).toMatchObject({ dueNow: 656 })
      expect(await errorOf(updateSeatCount(client, { ...params, seen }, atStart))).toMatchObject({
        code: 'SeatPriceChanged',
      })
      expect(countPatches()).toBe(0)
    })
  })

  test('is refused if `now` is not a function', async () => {
    const params = { ...sourceOf('sub'), seats: 5 }
    expect(await errorOf(previewSeatCount(organizationClient(), params, { now: 5 as never }))).toMatchObject({
      code: 'ConfigurationError',
    })
  })
})

/** Previews and buys. */
async function buy(ref: string, seats: number, behavior?: ProrationChoice) {
  const seen = await previewSeatCount(organizationClient(), { ...sourceOf(ref), seats }, { behavior })
  return updateSeatCount(organizationClient(), { ...sourceOf(ref), seats, seen }, { behavior })
}

const countPatches = () => sent.filter((call) => call.startsWith('PATCH')).length

describe('a purchase', () => {
  test.each([
    ['sub', 5, 'invoice', { seats: 5, pending_update: null }],
    ['sub', 5, 'prorate', { seats: 5, pending_update: null }],
    ['sub', 2, undefined, { seats: 3, pending_update: { seats: 2, applies_at: end } }],
    ['trial', 4, undefined, { seats: 4 }],
    ['pastdue', 4, undefined, { seats: 4 }],
  ])('changes %s to %s seats, charged by %s', async (ref, seats, behavior, result) => {
    expect(await buy(ref, seats, behavior as ProrationChoice)).toMatchObject(result)
    expect(countPatches()).toBe(1)
    expect(await getSubscription(organizationClient(), sourceOf(ref))).toMatchObject(result)
  })

  test('works with a session', async () => {
    const client = sessionClient()
    const seen = await previewSeatCount(client, { ...sourceOf('sub'), seats: 4 })
    expect(await updateSeatCount(client, { ...sourceOf('sub'), seats: 4, seen })).toMatchObject({ seats: 4 })
  })

  test('is not made twice', async () => {
    const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 8 })
    await updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 8, seen })
    const repeatedPurchase = updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 8, seen })
    expect(await errorOf(repeatedPurchase)).toMatchObject({ code: 'SeatCountChanged', isAmbiguous: false })
    expect(countPatches()).toBe(1)
  })

  const changes: [string, string, () => Promise<unknown>][] = [
    ['the count has changed', 'SeatCountChanged', () => buy('sub', 7)],
    ['a change was scheduled', 'SeatCountChanged', () => buy('sub', 2)],
    [
      'a new period has begun',
      'SeatCountChanged',
      async () => {
        emulator.advance(30 * 86_400)
        emulator.lifecycle('acme/sub', 'period_end')
      },
    ],
    ['it costs more, because an earlier change is unbilled', 'SeatPriceChanged', () => buyAndDrop()],
  ]
  /** Buys seats and drops them again. The count is as before, but the credits are less than the charges. */
  async function buyAndDrop() {
    await buy('sub', 8, 'prorate')
    emulator.advance(3 * 86_400)
    await buy('sub', 3, 'prorate')
  }
  test.each(changes)('is not sent if %s', async (_title, code, change) => {
    const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 6 })
    await change()
    const earlierPatches = countPatches()
    const error = await errorOf(updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 6, seen }))
    expect(error).toMatchObject({ code, isAmbiguous: false })
    expect(error.detail).toContain('Nothing was bought')
    expect(countPatches()).toBe(earlierPatches)
  })

  test('is sent if it has become cheaper, because time has passed', async () => {
    const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 6 })
    emulator.advance(86_400)
    expect(await updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 6, seen })).toMatchObject({
      seats: 6,
    })
  })

  test('accepts only a preview of this count and this subscription', async () => {
    const client = organizationClient()
    const seen = await previewSeatCount(client, { ...sourceOf('sub'), seats: 6 })
    const wrongPreviews: [object, string][] = [
      [{ ...sourceOf('sub'), seats: 7, seen }, 'another count or subscription'],
      [{ ...sourceOf('grad'), seats: 6, seen }, 'another count or subscription'],
      [{ ...sourceOf('sub'), seats: 6 }, 'not a preview'],
      [{ ...sourceOf('sub'), seats: 6, seen: { ...seen, dueNow: '656' } }, 'not a preview'],
    ]
    sent = []
    for (const [params, message] of wrongPreviews) {
      const error = await errorOf(updateSeatCount(client, params as Parameters<typeof updateSeatCount>[1]))
      expect(error).toMatchObject({ code: 'ConfigurationError' })
      expect(error.detail).toContain(message)
    }
    const unchangedPreview = await previewSeatCount(client, { ...sourceOf('sub'), seats: 3 })
    sent = []
    const purchase = updateSeatCount(client, { ...sourceOf('sub'), seats: 3, seen: unchangedPreview })
    expect(await errorOf(purchase)).toMatchObject({ code: 'SeatCountUnchanged' })
    expect(sent).toEqual([])
  })

  test.each([
    ['poor', 'PaymentFailed', 'another card'],
    ['secure', 'PaymentActionRequired', 'the cardholder'],
    ['cash', 'PaymentFailed', 'Add a card'],
  ])('changes nothing if the customer %s cannot pay: %s', async (ref, code, advice) => {
    const error = await errorOf(buy(ref, 4, 'invoice'))
    expect(error).toMatchObject({ code, status: 402, isAmbiguous: false })
    expect(error.detail).toContain(advice)
    expect(await getSubscription(organizationClient(), sourceOf(ref))).toMatchObject({ seats: 3 })
  })

  describe('with a lost answer', () => {
    test.each<[string, Fault['fault']]>([
      ['the connection drops after the purchase was made', { kind: 'drop_after' }],
      ['the answer is HTML', { kind: 'garbage' }],
      ['the connection drops while the purchase is still under way', { kind: 'drop_now_act_later', ms: 700 }],
    ])('is made once: %s', async (_title, fault) => {
      const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
      inject(fault, 'PATCH')
      expect(await updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5, seen })).toMatchObject({
        seats: 5,
      })
      expect(countPatches()).toBe(1)
    })

    // The preview reads the subscription and two prices. The purchase reads them again, then sends the change.
    test.each([1, 2, 3, 4, 5, 6, 7])('to call %i of the preview and the purchase is made once', async (lostCall) => {
      let calls = 0
      const client = organizationClient({
        fetch: async (request) => {
          calls++
          const isLost = calls === lostCall
          const response = await recordingFetch(request)
          if (isLost) throw new TypeError('The connection was lost')
          return response
        },
      })
      const seen = await previewSeatCount(client, { ...sourceOf('sub'), seats: 5 })
      expect(await updateSeatCount(client, { ...sourceOf('sub'), seats: 5, seen })).toMatchObject({ seats: 5 })
      expect(countPatches()).toBe(1)
      expect(calls).toBeLessThanOrEqual(10)
    })

    test('that is scheduled for the next period is made once', async () => {
      const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 2 })
      inject({ kind: 'drop_after' }, 'PATCH')
      expect(await updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 2, seen })).toMatchObject({
        pending_update: { seats: 2 },
      })
      expect(countPatches()).toBe(1)
    })

    test('is ambiguous if no read shows that it was made', async () => {
      const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
      inject({ kind: 'drop_before' }, 'PATCH')
      const params = { ...sourceOf('sub'), seats: 5, seen }
      const error = await errorOf(updateSeatCount(organizationClient(), params, { timeout: 900 }))
      expect(error).toMatchObject({ code: 'NetworkError', isAmbiguous: true, isRetryable: false })
      expect(error.detail).toContain('may still go through: do not repeat it')
      expect(countPatches()).toBe(1)
      // The subscription was read for as long as a charge can take.
      expect(sent.filter((call) => call.startsWith('GET')).length).toBeGreaterThan(2)
    })

    test('is ambiguous if the subscription cannot be read either', async () => {
      const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
      inject({ kind: 'drop_after' }, 'PATCH')
      const client = organizationClient({
        fetch: (request) => {
          if (request.method === 'PATCH') inject({ kind: 'status', status: 503 }, 'GET', 1000)
          return recordingFetch(request)
        },
      })
      const error = await errorOf(updateSeatCount(client, { ...sourceOf('sub'), seats: 5, seen }, { timeout: 600 }))
      expect(error).toMatchObject({ isAmbiguous: true })
    })
  })

  test('runs to its end if the caller aborts while the change is sent', async () => {
    const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
    const controller = new AbortController()
    const client = organizationClient({
      fetch: async (request) => {
        if (request.method === 'PATCH') controller.abort()
        return recordingFetch(request)
      },
    })
    const params = { ...sourceOf('sub'), seats: 5, seen }
    expect(await updateSeatCount(client, params, { signal: controller.signal })).toMatchObject({ seats: 5 })
  })

  test('is sent again only after a 429', async () => {
    const seen = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
    inject({ kind: 'status', status: 429, headers: { 'retry-after': '0' } }, 'PATCH')
    expect(await updateSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5, seen })).toMatchObject({
      seats: 5,
    })
    expect(countPatches()).toBe(2)
  })
})

describe('a scheduled change', () => {
  test('is cancelled, and the seat count stays', async () => {
    await buy('sub', 2)
    sent = []
    expect(await cancelSeatCountChange(organizationClient(), sourceOf('sub'))).toMatchObject({
      seats: 3,
      pending_update: null,
    })
    expect(countPatches()).toBe(1)
  })
  test('is cancelled with a session', async () => {
    await buy('sub', 2)
    expect(await cancelSeatCountChange(sessionClient(), sourceOf('sub'))).toMatchObject({
      seats: 3,
      pending_update: null,
    })
  })
  test('that does not exist leads to no change', async () => {
    expect(await cancelSeatCountChange(organizationClient(), sourceOf('sub'))).toMatchObject({ seats: 3 })
    expect(sent).toEqual([expect.stringMatching(/^GET /)])
  })
  test('is cancelled, even if the answer is lost', async () => {
    await buy('sub', 2)
    inject({ kind: 'drop_after' }, 'PATCH')
    expect(await cancelSeatCountChange(organizationClient(), sourceOf('sub'))).toMatchObject({
      seats: 3,
      pending_update: null,
    })
  })
  test('is cancelled if somebody buys in between, and the bought seats stay', async () => {
    await buy('sub', 2)
    let isFirst = true
    const client = organizationClient({
      fetch: async (request) => {
        if (request.method === 'PATCH' && isFirst) {
          isFirst = false
          await buy('sub', 8)
        }
        return recordingFetch(request)
      },
    })
    expect(await cancelSeatCountChange(client, sourceOf('sub'))).toMatchObject({ seats: 8, pending_update: null })
  })
})

test('a subscription that does not exist, or whose id is invalid, is refused', async () => {
  const unknown = { subscription_id: '9c3a1f0e-6b1e-4b52-9d5f-0f8f0a7d2c11' }
  expect(await errorOf(getSubscription(organizationClient(), unknown))).toMatchObject({
    code: 'ResourceNotFound',
    status: 404,
  })
  expect(await errorOf(previewSeatCount(organizationClient(), { ...unknown, seats: 2 }))).toMatchObject({ status: 404 })
  expect(await errorOf(getSubscription(organizationClient(), { subscription_id: '../orders' }))).toMatchObject({
    code: 'RequestValidationError',
  })
})

test('a preview has no other fields than those of its type', async () => {
  const preview: SeatCountPreview = await previewSeatCount(organizationClient(), { ...sourceOf('sub'), seats: 5 })
  expect(Object.keys(preview).toSorted()).toEqual([
    'appliesAt',
    'asOf',
    'behavior',
    'currency',
    'dueNow',
    'earlierUnbilled',
    'from',
    'fromBalance',
    'isEstimate',
    'mayEndBelowSeated',
    'onNextInvoice',
    'perPeriod',
    'seats',
    'subscription_id',
    'tax',
  ])
})
