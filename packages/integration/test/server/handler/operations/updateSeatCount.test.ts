import {
  cancelSeatCountChange,
  createSeatsClient,
  getSubscription,
  previewSeatCount,
  updateSeatCount,
  type SeatCountPreview,
} from '@seats/core'
import { startEmulator, type Seed } from '@seats/emulator'
import { createSeatsHandler, memoryStore, type AuditEvent, type SeatsGrant, type SeatsStore } from '@seats/server'
import { describe, expect, onTestFinished, test, vi } from 'vitest'
import { errorOf } from '../../../core/startServers.ts'

const period = {
  current_period_start: '2026-09-01T00:00:00Z',
  current_period_end: '2026-10-01T00:00:00Z',
  started_at: '2026-09-01T00:00:00Z',
}
const seed: Seed = {
  organizations: [
    {
      slug: 'acme',
      tokens: [{ token: 'polar_oat_all' }],
      products: [{ ref: 'team', name: 'Team', amount: 5000 }],
      discounts: [{ ref: 'tenth', name: 'Secret', type: 'percentage', basis_points: 1000, duration: 'forever' }],
      customers: [
        { ref: 'jane', email: 'jane@example.com', type: 'team', payment_method: 'ok' },
        { ref: 'mallory', email: 'mallory@example.org', type: 'team', payment_method: 'ok' },
      ],
      subscriptions: [
        { ref: 'sub', product: 'team', customer: 'jane', seats: 3, discount: 'tenth', ...period },
        { ref: 'foreign', product: 'team', customer: 'mallory', seats: 3, ...period },
      ],
    },
  ],
}

interface Options {
  grant?: Partial<SeatsGrant>
  store?: SeatsStore
  proration?: object
  /** Runs just before a call of the handler to Polar. */
  beforeCall?: (request: Request) => unknown
  /** Runs in `authorize`. */
  onAuthorize?: (operation: string) => unknown
  /** Runs in `onAudit`. */
  onAudit?: (event: AuditEvent) => unknown
}

async function startApp({
  grant = { seatCount: 'change' },
  store = memoryStore(),
  proration,
  beforeCall,
  onAuthorize,
  onAudit,
}: Options = {}) {
  const emulator = await startEmulator({ seed, now: '2026-09-11T07:00:00Z' })
  onTestFinished(() => emulator.close())
  const calls: string[] = []
  const audit: AuditEvent[] = []
  const contexts: unknown[] = []
  const errors: unknown[] = []
  const source = { subscription_id: emulator.ref('acme/sub') }
  const createPolarClient = (fetch = emulator.fetch as (request: Request) => Promise<Response>) =>
    createSeatsClient({
      accessToken: 'polar_oat_all',
      baseURL: emulator.url,
      fetch,
      retry: { minDelay: 1, maxDelay: 5 },
    })
  /** Starts one process of the app's backend. */
  const startBackend = () => {
    const handler = createSeatsHandler({
      client: createPolarClient(async (request) => {
        await beforeCall?.(request)
        calls.push(request.method)
        return emulator.fetch(request)
      }),
      basePath: '/api/seats',
      store,
      ...(proration && { proration }),
      authorize: async (_, context) => {
        contexts.push(context)
        await onAuthorize?.(context.operation)
        return { sources: [source], actor: 'user-1', ...grant } as SeatsGrant
      },
      onAudit: (event) => {
        audit.push(event)
        return onAudit?.(event) as undefined
      },
      onError: (error) => void errors.push(error),
    })
    const send = (request: Request) => {
      const pageRequest = new Request(request)
      pageRequest.headers.set('sec-fetch-site', 'same-origin')
      return handler(pageRequest)
    }
    return {
      send,
      page: createSeatsClient({ baseURL: 'https://app.example.com/api/seats', fetch: send, retry: false }),
    }
  }
  const { send, page } = startBackend()
  /** Sends a request that our pages never send. */
  const forge = async (method: string, path: string, body?: unknown) => {
    const init =
      body === undefined ? {} : { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } }
    const response = await send(
      new Request(`https://app.example.com/api/seats/v1/subscriptions/${path}`, { method, ...init }),
    )
    const answer = (await response.json()) as { error?: string; detail?: unknown }
    return { status: response.status, code: answer.error, answer }
  }
  const readSeatCount = async () => (await getSubscription(createPolarClient(), source)).seats
  return {
    emulator,
    source,
    page,
    startBackend,
    forge,
    createPolarClient,
    calls,
    audit,
    contexts,
    errors,
    readSeatCount,
  }
}

const countPatches = (calls: string[]) => calls.filter((method) => method === 'PATCH').length

test('a page buys seats, reduces them and cancels the reduction', async () => {
  const { page, source, calls, audit, contexts } = await startApp()
  expect(await getSubscription(page, source)).toMatchObject({ seats: 3, pending_update: null })
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  // 2 × 1000, less a tenth, for 473 of 720 hours.
  expect(seen).toMatchObject({ behavior: 'invoice', dueNow: 1182, perPeriod: 9000, isEstimate: false })
  expect(await updateSeatCount(page, { ...source, seats: 5, seen })).toMatchObject({ seats: 5 })
  const reduction = await previewSeatCount(page, { ...source, seats: 4 })
  expect(reduction).toMatchObject({ behavior: 'next_period', dueNow: 0, perPeriod: 8100, mayEndBelowSeated: true })
  expect(await updateSeatCount(page, { ...source, seats: 4, seen: reduction })).toMatchObject({
    seats: 5,
    pending_update: { seats: 4 },
  })
  expect(await cancelSeatCountChange(page, source)).toMatchObject({ seats: 5, pending_update: null })
  expect(countPatches(calls)).toBe(3)
  expect(audit.map(({ operation, seatCount }) => [operation, seatCount])).toEqual([
    [
      'updateSeatCount',
      {
        from: 3,
        to: 5,
        behavior: 'invoice',
        previewedDue: 1182,
        currency: 'usd',
        outcome: 'done',
        appliesAt: seen.asOf,
      },
    ],
    [
      'updateSeatCount',
      {
        from: 5,
        to: 4,
        behavior: 'next_period',
        previewedDue: 0,
        currency: 'usd',
        outcome: 'done',
        appliesAt: '2026-10-01T00:00:00Z',
      },
    ],
    [
      'cancelSeatCountChange',
      {
        from: 4,
        to: 5,
        behavior: 'next_period',
        previewedDue: 0,
        currency: 'usd',
        outcome: 'done',
        appliesAt: '2026-10-01T00:00:00Z',
      },
    ],
  ])
  expect(contexts).toContainEqual({ operation: 'previewSeatCount', source, seats: 5 })
  expect(contexts).toContainEqual({ operation: 'updateSeatCount', source, seats: 4 })
  expect(contexts).toContainEqual({ operation: 'cancelSeatCountChange', source })
})

test('the server decides how a change is charged', async () => {
  const { page, source } = await startApp({ proration: { increase: 'prorate', decrease: 'prorate' } })
  expect(await previewSeatCount(page, { ...source, seats: 5 })).toMatchObject({ dueNow: 0, onNextInvoice: 1182 })
  expect(await previewSeatCount(page, { ...source, seats: 2 })).toMatchObject({ onNextInvoice: -591 })
})

test('an invalid proration is refused when the handler is created', async () => {
  expect(() =>
    createSeatsHandler({
      client: createSeatsClient({ accessToken: 'polar_oat_all' }),
      basePath: '/api/seats',
      authorize: () => null,
      proration: { increase: 'later' as 'invoice' },
    }),
  ).toThrow('proration.increase is not a behavior')
})

test('answers have no address, no payment method and no discount', async () => {
  const { page, source, forge } = await startApp()
  const texts = [
    await forge('GET', source.subscription_id),
    await forge('POST', `${source.subscription_id}/change-preview`, { seats: 4 }),
    await previewSeatCount(page, { ...source, seats: 5 }),
  ].map((answer) => JSON.stringify(answer))
  for (const text of texts) expect(text).not.toMatch(/jane|Secret|discount|customer|payment|metadata|basis_points/)
})

describe('the answer to a user', () => {
  const refusal = [403, 'OperationNotGranted', 0] as const
  const rows: [
    name: string,
    grant: Partial<SeatsGrant>,
    operation: string,
    seats: number,
    result: readonly unknown[],
  ][] = [
    ['without seatCount who reads', {}, 'read', 0, refusal],
    ['without seatCount who previews', {}, 'preview', 4, refusal],
    ['without seatCount who buys', {}, 'buy', 4, refusal],
    ['without seatCount who cancels a scheduled change', {}, 'cancel', 0, refusal],
    ['with operations on seats only who buys', { operations: ['listSeats', 'assignSeat'] }, 'buy', 4, refusal],
    ['with seatCount `read` who previews', { seatCount: 'read' }, 'preview', 4, refusal],
    ['with seatCount `read` who buys', { seatCount: 'read' }, 'buy', 4, refusal],
    ['with seatCount `read` who cancels a scheduled change', { seatCount: 'read' }, 'cancel', 0, refusal],
    ['with seatCount `buy` who reduces', { seatCount: 'buy' }, 'buy', 2, refusal],
    ['with seatCount `buy` who cancels a scheduled change', { seatCount: 'buy' }, 'cancel', 0, refusal],
    ['with maxSeats who buys more', { seatCount: 'buy', maxSeats: 5 }, 'buy', 6, refusal],
    ['with maxSeats who previews more', { seatCount: 'change', maxSeats: 5 }, 'preview', 6, refusal],
    ['with seatCount `buy` who previews fewer', { seatCount: 'buy' }, 'preview', 2, [403, 'OperationNotGranted', 3]],
    ['with seatCount `read` who reads', { seatCount: 'read' }, 'read', 0, [200, undefined, 1]],
    ['with seatCount `buy` who buys', { seatCount: 'buy', maxSeats: 5 }, 'buy', 5, [200, undefined, 4]],
    ['with an invalid seatCount who reads', { seatCount: 'all' as 'read' }, 'read', 0, [500, 'ServerError', 0]],
    ['with an invalid maxSeats who buys', { seatCount: 'buy', maxSeats: 0 }, 'buy', 4, [500, 'ServerError', 0]],
  ]
  test.each(rows)('%s has the right status and code', async (_name, grant, operation, seats, result) => {
    const { forge, source, createPolarClient, calls } = await startApp({ grant: { ...grant } })
    const { subscription_id: id } = source
    const seen = await previewSeatCount(createPolarClient(), { ...source, seats: seats || 4 })
    const requests: Record<string, () => ReturnType<typeof forge>> = {
      read: () => forge('GET', id),
      preview: () => forge('POST', `${id}/change-preview`, { seats }),
      buy: () => forge('PATCH', id, { seats, seen }),
      cancel: () => forge('PATCH', id, { pending_update: null }),
    }
    const { status, code } = (await requests[operation]?.()) ?? {}
    expect([status, code, calls.length]).toEqual(result)
  })
})

describe('an attacker', () => {
  type Body = (seen: SeatCountPreview) => unknown
  const rows: [
    name: string,
    method: string,
    path: (ids: Record<string, string>) => string,
    body: Body | undefined,
    status: number,
  ][] = [
    ["reads another's subscription", 'GET', ({ foreignId }) => `${foreignId}`, undefined, 404],
    [
      "previews a change of another's subscription",
      'POST',
      ({ foreignId }) => `${foreignId}/change-preview`,
      () => ({ seats: 4 }),
      404,
    ],
    [
      "buys seats of another's subscription",
      'PATCH',
      ({ foreignId }) => `${foreignId}`,
      (seen) => ({ seats: 4, seen }),
      404,
    ],
    [
      "cancels another's scheduled change",
      'PATCH',
      ({ foreignId }) => `${foreignId}`,
      () => ({ pending_update: null }),
      404,
    ],
    [
      'chooses a behavior',
      'PATCH',
      ({ ownId }) => `${ownId}`,
      (seen) => ({ seats: 4, seen, proration_behavior: 'next_period' }),
      422,
    ],
    [
      'chooses a behavior in a preview',
      'POST',
      ({ ownId }) => `${ownId}/change-preview`,
      () => ({ seats: 4, proration_behavior: 'next_period' }),
      422,
    ],
    [
      'forges the behavior that was seen',
      'PATCH',
      ({ ownId }) => `${ownId}`,
      (seen) => ({ seats: 4, seen: { ...seen, behavior: 'next_period' } }),
      409,
    ],
    ['buys without a preview', 'PATCH', ({ ownId }) => `${ownId}`, () => ({ seats: 4 }), 422],
    ['buys with a preview of another count', 'PATCH', ({ ownId }) => `${ownId}`, (seen) => ({ seats: 40, seen }), 422],
    [
      'buys with an invalid preview',
      'PATCH',
      ({ ownId }) => `${ownId}`,
      () => ({ seats: 4, seen: { dueNow: 0 } }),
      422,
    ],
    ['names another product', 'PATCH', ({ ownId }) => `${ownId}`, (seen) => ({ seats: 4, seen, product_id: 'x' }), 422],
    ['cancels the subscription', 'PATCH', ({ ownId }) => `${ownId}`, () => ({ cancel_at_period_end: true }), 422],
    ['ends the subscription', 'DELETE', ({ ownId }) => `${ownId}`, undefined, 405],
    [
      'cancels a change and buys in one request',
      'PATCH',
      ({ ownId }) => `${ownId}`,
      () => ({ pending_update: null, seats: 9 }),
      422,
    ],
    ['schedules a change', 'PATCH', ({ ownId }) => `${ownId}`, () => ({ pending_update: { seats: 9 } }), 422],
    ['buys a count that is text', 'PATCH', ({ ownId }) => `${ownId}`, (seen) => ({ seats: '4', seen }), 422],
    ['buys a fraction of a seat', 'PATCH', ({ ownId }) => `${ownId}`, (seen) => ({ seats: 4.5, seen }), 422],
    ['sends an invalid id', 'GET', () => 'abc', undefined, 422],
    ['leaves the path with `..`', 'GET', ({ ownId }) => `${ownId}%2F..%2Fcustomers`, undefined, 422],
    ['lists subscriptions', 'GET', () => '', undefined, 404],
  ]
  test.each(rows)('who %s changes nothing', async (_name, method, path, body, status) => {
    const { forge, source, createPolarClient, calls, emulator } = await startApp()
    const ids = { ownId: source.subscription_id, foreignId: emulator.ref('acme/foreign') }
    const seen = await previewSeatCount(createPolarClient(), { ...source, seats: 4 })
    const answer = await forge(method, path(ids), body?.(seen))
    expect(answer.status).toBe(status)
    expect(countPatches(calls)).toBe(0)
    for (const ref of ['acme/sub', 'acme/foreign']) {
      const subscription = await getSubscription(createPolarClient(), { subscription_id: emulator.ref(ref) })
      expect(subscription).toMatchObject({
        seats: 3,
        pending_update: null,
        status: 'active',
        cancel_at_period_end: false,
      })
    }
  })
})

test('two owners who buy at the same time, in two processes, get one change and one refusal', async () => {
  const { startBackend, source, calls, audit, readSeatCount } = await startApp()
  const pages = [startBackend().page, startBackend().page]
  const seen = await Promise.all(pages.map((page) => previewSeatCount(page, { ...source, seats: 5 })))
  const results = await Promise.allSettled(
    pages.map((page, index) => updateSeatCount(page, { ...source, seats: 5, seen: seen[index] as SeatCountPreview })),
  )
  expect(results.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  const rejection = results.find((result) => result.status === 'rejected')
  expect(rejection?.reason).toMatchObject({ code: 'SeatCountChanged', status: 409, isAmbiguous: false })
  expect(countPatches(calls)).toBe(1)
  expect(await readSeatCount()).toBe(5)
  expect(audit.map(({ seatCount }) => seatCount?.outcome).toSorted()).toEqual(['done', 'refused'])
})

test('a purchase whose lock has expired sends no change', async () => {
  const store = memoryStore()
  let isStolen = false
  const { page, source, calls, readSeatCount } = await startApp({
    store,
    // The process was frozen between its read and its change, and another process has taken the lock since.
    beforeCall: async ({ method }) => {
      if (method !== 'POST' || isStolen) return
      isStolen = true
      const key = `seat-count:${source.subscription_id}`
      const expected = await store.get(key)
      await store.compareAndSet(key, { expected, value: 'another', seconds: 60 })
    },
  })
  isStolen = true
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  isStolen = false
  const error = await errorOf(updateSeatCount(page, { ...source, seats: 5, seen }))
  expect(error).toMatchObject({ code: 'SubscriptionLocked', status: 409, isAmbiguous: false })
  expect(countPatches(calls)).toBe(0)
  expect(await readSeatCount()).toBe(3)
})

describe('a lost answer', () => {
  test('of Polar leads to exactly one change', async () => {
    const { page, source, calls, emulator, readSeatCount } = await startApp()
    const seen = await previewSeatCount(page, { ...source, seats: 5 })
    emulator.inject({
      fault: { kind: 'drop_after' },
      match: { method: 'PATCH', path: '/v1/subscriptions/*' },
      times: 1,
    })
    expect(await updateSeatCount(page, { ...source, seats: 5, seen })).toMatchObject({ seats: 5 })
    expect(countPatches(calls)).toBe(1)
    expect(await readSeatCount()).toBe(5)
  })

  test('of the guard leads to exactly one change', async () => {
    const { page, source, calls, readSeatCount, startBackend } = await startApp()
    const seen = await previewSeatCount(page, { ...source, seats: 5 })
    const { send } = startBackend()
    const clientThatLosesAnswers = createSeatsClient({
      baseURL: 'https://app.example.com/api/seats',
      fetch: async (request) => {
        const response = await send(request)
        if (request.method === 'PATCH') throw new TypeError('The connection was lost')
        return response
      },
    })
    expect(await updateSeatCount(clientThatLosesAnswers, { ...source, seats: 5, seen })).toMatchObject({ seats: 5 })
    expect(countPatches(calls)).toBe(1)
    expect(await readSeatCount()).toBe(5)
  })

  test('is reported as unknown if no read shows the change within the time that a charge can take', async () => {
    const { page, source, emulator, audit, calls } = await startApp()
    const seen = await previewSeatCount(page, { ...source, seats: 5 })
    emulator.inject({
      fault: { kind: 'drop_before' },
      match: { method: 'PATCH', path: '/v1/subscriptions/*' },
      times: 1,
    })
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const errorPromise = errorOf(updateSeatCount(page, { ...source, seats: 5, seen }))
    await vi.advanceTimersByTimeAsync(61_000)
    const error = await errorPromise
    expect(error).toMatchObject({ code: 'NetworkError', status: 502, isAmbiguous: true })
    expect(error.detail).toContain('may still go through: do not repeat it')
    expect(audit).toMatchObject([{ operation: 'updateSeatCount', seatCount: { outcome: 'unknown' } }])
    expect(countPatches(calls)).toBe(1)
  })
})

test('the error of a failed payment reaches the page, and says what to do', async () => {
  const { page, source, emulator, readSeatCount, createPolarClient, audit, errors } = await startApp()
  const seen = await previewSeatCount(page, { ...source, seats: 5 })
  emulator.inject({
    fault: {
      kind: 'status',
      status: 402,
      body: JSON.stringify({ error: 'PaymentFailed', detail: 'Payment failed with reason: card_error.' }),
    },
    match: { method: 'PATCH', path: '/v1/subscriptions/*' },
    times: 1,
  })
  const error = await errorOf(updateSeatCount(page, { ...source, seats: 5, seen }))
  expect(error).toMatchObject({ code: 'PaymentFailed', status: 402, isAmbiguous: false })
  expect(error.detail).toBe(
    'Payment failed with reason: card_error. Nothing was bought and nothing was charged. Use another card, then try again.',
  )
  expect(audit.at(-1)).toMatchObject({ code: 'PaymentFailed', seatCount: { outcome: 'refused' } })
  expect(errors).toEqual([])
  expect(await readSeatCount()).toBe(3)
  // The lock is free again.
  const nextPreview = await previewSeatCount(page, { ...source, seats: 4 })
  expect(await updateSeatCount(page, { ...source, seats: 4, seen: nextPreview })).toMatchObject({ seats: 4 })
  expect(await getSubscription(createPolarClient(), source)).toMatchObject({ seats: 4 })
})

describe('a failure of the guard', () => {
  const throwError = () => {
    throw new Error('The database is down')
  }
  const failOnChange = (operation: string) =>
    operation.includes('SeatCount') && operation !== 'previewSeatCount' ? throwError() : null
  const isChange = ({ method }: Request) => method === 'PATCH'
  /** A preview is a POST, but it only reads. */
  const isPreview = ({ method }: { method: string }) => method === 'POST'
  const statusFault = (status: number) => ({ kind: 'status', status, body: '{}' }) as const

  const rows: [string, () => Options, { method: string; path: string } | undefined][] = [
    ['authorize throws', () => ({ onAuthorize: failOnChange }), undefined],
    ['the store throws', () => ({ store: { ...memoryStore(), compareAndSet: async () => throwError() } }), undefined],
    ['Polar does not answer the read before the change', () => ({}), { method: 'GET', path: '/v1/subscriptions/*' }],
    [
      'Polar does not answer the preview before the change',
      () => ({}),
      { method: 'POST', path: '/v1/subscriptions/*' },
    ],
  ]
  test.each(rows)(
    'before the change is answered at once, and the error is not ambiguous: %s',
    async (_title, options, fault) => {
      const { source, calls, emulator, readSeatCount, startBackend, createPolarClient } = await startApp(options())
      const seen = await previewSeatCount(createPolarClient(), { ...source, seats: 5 })
      if (fault) emulator.inject({ match: fault, times: isPreview(fault) ? 6 : 3, fault: statusFault(500) })
      const { send } = startBackend()
      const methods: string[] = []
      const page = createSeatsClient({
        baseURL: 'https://app.example.com/api/seats',
        retry: false,
        fetch: (request) => {
          methods.push(request.method)
          return send(request)
        },
      })
      const error = await errorOf(updateSeatCount(page, { ...source, seats: 5, seen }))
      expect(error).toMatchObject({ status: 500, isAmbiguous: false })
      expect(error.detail).not.toContain('may')
      expect(methods).toEqual(['PATCH'])
      expect(countPatches(calls)).toBe(0)
      expect(await readSeatCount()).toBe(3)
    },
  )

  test('after the change is settled by a read: the audit throws', async () => {
    const onAudit = ({ status }: AuditEvent) => (status === 200 ? throwError() : undefined)
    const { page, source, calls } = await startApp({ onAudit })
    const seen = await previewSeatCount(page, { ...source, seats: 5 })
    expect(await updateSeatCount(page, { ...source, seats: 5, seen })).toMatchObject({ seats: 5 })
    expect(countPatches(calls)).toBe(1)
  })

  test('that comes from Polar during the change stays ambiguous, even if the answer does not say so', async () => {
    const { forge, source, createPolarClient, emulator } = await startApp()
    const seen = await previewSeatCount(createPolarClient(), { ...source, seats: 5 })
    emulator.inject({ match: { method: 'PATCH' }, times: 1, fault: statusFault(500) })
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const answer = forge('PATCH', source.subscription_id, { seats: 5, seen })
    await vi.advanceTimersByTimeAsync(61_000)
    expect(await answer).toMatchObject({ status: 500, answer: { isAmbiguous: true } })
    vi.useRealTimers()
    const clientBehindProxy = createSeatsClient({
      baseURL: 'https://app.example.com/api/seats',
      retry: false,
      fetch: async (request) =>
        isChange(request) ? new Response('<h1>Bad gateway</h1>', { status: 502 }) : Response.json({}),
    })
    const error = await errorOf(updateSeatCount(clientBehindProxy, { ...source, seats: 5, seen }, { timeout: 1 }))
    expect(error).toMatchObject({ status: 502, isAmbiguous: true })
  })

  test('by a timeout before the change sends nothing', async () => {
    vi.useFakeTimers()
    onTestFinished(() => void vi.useRealTimers())
    const { page, source, calls, createPolarClient } = await startApp({
      beforeCall: ({ method }) =>
        method === 'POST' ? new Promise((resolve) => setTimeout(resolve, 70_000)) : undefined,
    })
    const seen = await previewSeatCount(createPolarClient(), { ...source, seats: 5 })
    const errorPromise = errorOf(updateSeatCount(page, { ...source, seats: 5, seen }))
    await vi.advanceTimersByTimeAsync(75_000)
    expect(await errorPromise).toMatchObject({ code: 'TimeoutError', status: 504, isAmbiguous: false })
    expect(countPatches(calls)).toBe(0)
  })
})

describe('a cancellation with `seen`', () => {
  const schedule = async (
    page: Parameters<typeof updateSeatCount>[0],
    source: { subscription_id: string },
    seats: number,
  ) => updateSeatCount(page, { ...source, seats, seen: await previewSeatCount(page, { ...source, seats }) })

  test('sends nothing if another change has been scheduled since', async () => {
    const { page, source, calls, forge, audit } = await startApp()
    await schedule(page, source, 2)
    const seen = await getSubscription(page, source)
    await schedule(page, source, 1)
    const earlierPatches = countPatches(calls)
    const error = await errorOf(cancelSeatCountChange(page, { ...source, seen }))
    expect(error).toMatchObject({ code: 'SeatCountChanged', isAmbiguous: false })
    expect(error.detail).toContain('3 seats now, and 1 from the next period')
    const { seats, pending_update, current_period_end } = seen
    const body = { pending_update: null, seen: { seats, pending_update, current_period_end } }
    expect(await forge('PATCH', source.subscription_id, body)).toMatchObject({ status: 409, code: 'SeatCountChanged' })
    expect(audit.at(-1)).toMatchObject({
      operation: 'cancelSeatCountChange',
      seatCount: null,
      code: 'SeatCountChanged',
    })
    expect(countPatches(calls)).toBe(earlierPatches)
    expect((await getSubscription(page, source)).pending_update).toMatchObject({ seats: 1 })
  })

  test('succeeds if nothing has changed, and if somebody else has cancelled the change already', async () => {
    const { page, source, calls } = await startApp()
    await schedule(page, source, 2)
    const seen = await getSubscription(page, source)
    expect(await cancelSeatCountChange(page, { ...source, seen })).toMatchObject({ seats: 3, pending_update: null })
    expect(await cancelSeatCountChange(page, { ...source, seen })).toMatchObject({ seats: 3, pending_update: null })
    expect(countPatches(calls)).toBe(2)
  })

  test.each([[{ seats: 3 }], ['3'], [{ seats: 3, pending_update: {}, current_period_end: null }], [null]])(
    'refuses an invalid `seen`: %j',
    async (seen) => {
      const { forge, source, calls } = await startApp()
      expect(await forge('PATCH', source.subscription_id, { pending_update: null, seen })).toMatchObject({
        status: 422,
      })
      expect(calls).toEqual([])
    },
  )
})
