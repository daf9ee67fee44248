import { describe, expect, test } from 'vitest'
import type { Emulator, Seed } from '../src/exports/index.ts'
import { apiCalls, unknownId } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { startTestEmulator, storages } from './support/storages.ts'

/** Makes a control call, over HTTP if the emulator has a port. */
async function callControl(emulator: Emulator, method: string, path: string, body?: unknown) {
  const send = emulator.url === 'http://emulator.test' ? emulator.fetch : fetch
  const response = await send(`${emulator.url}/_emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

describe.each(storages)('the control API, with data %s', (storage) => {
  const prepareEmulator = async () => {
    const emulator = await startTestEmulator(storage, { port: 0 })
    return { emulator, callControl: callControl.bind(null, emulator), ...apiCalls(emulator) }
  }

  test('/health answers 200, and an unknown path 404', async () => {
    const { callControl } = await prepareEmulator()
    expect(await callControl('GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } })
    expect((await callControl('GET', '/nothing')).status).toBe(404)
  })

  test('the default seed has an organization, a subscription and an order that the API returns', async () => {
    const { emulator, list } = await prepareEmulator()
    expect(Object.keys(emulator.refs)).toEqual([
      'acme',
      'acme/team',
      'acme/license',
      'acme/jane',
      'acme/sub',
      'acme/ord',
    ])
    expect((await list()).body).toMatchObject({ total_seats: 10 })
    expect((await list({ order_id: emulator.ref('acme/ord') })).body).toMatchObject({ total_seats: 5 })
  })

  test('a later seed adds to the data, and to an existing organization', async () => {
    const { callControl, assign } = await prepareEmulator()
    const { body } = await callControl('POST', '/seed', {
      organizations: [
        { slug: 'other', subscriptions: [{ ref: 'sub' }] },
        { slug: 'acme', subscriptions: [{ ref: 'second', product: 'team', customer: 'jane', seats: 3 }] },
      ],
    })
    expect(Object.keys(body.refs)).toEqual(expect.arrayContaining(['acme/sub', 'acme/second', 'other', 'other/sub']))
    expect((await assign({ subscription_id: body.refs['acme/second'], email: 'bob@example.com' })).status).toBe(200)
  })

  test('a seed can set ids and a roster', async () => {
    const { callControl, list } = await prepareEmulator()
    const { body } = await callControl('POST', '/reset', {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          customers: [{ ref: 'jane' }],
          subscriptions: [
            {
              id: unknownId,
              ref: 'sub',
              seats: 4,
              roster: [
                { ref: 'bob', email: 'bob@example.com', status: 'claimed', metadata: { role: 'dev' } },
                { ref: 'eve', status: 'revoked' },
                { ref: 'pat', email: 'pat@example.com', status: 'pending' },
                { ref: 'ada', email: 'ada@example.com' },
              ],
            },
          ],
        },
      ],
    })
    expect(body.refs['acme/sub']).toBe(unknownId)
    const { seats, available_seats } = (await list({ subscription_id: unknownId })).body
    expect(available_seats).toBe(1)
    const byId = Object.fromEntries(seats.map((seat) => [seat.id, seat]))
    expect(byId).toMatchObject({
      [body.refs['acme/bob']]: { status: 'claimed', email: 'bob@example.com', seat_metadata: { role: 'dev' } },
      [body.refs['acme/eve']]: { status: 'revoked', email: null },
      [body.refs['acme/pat']]: { status: 'pending', email: 'pat@example.com' },
      [body.refs['acme/ada']]: { status: 'claimed', email: 'ada@example.com' },
    })
    expect(seats).toHaveLength(4)
    expect((await callControl('GET', '/outbox')).body.emails).toMatchObject([{ to: 'pat@example.com' }])
  })

  test('an invalid seed stores nothing, and the error has the path of every problem', async () => {
    const { callControl, emulator } = await prepareEmulator()
    const before = emulator.refs
    const wrongShape = await callControl('POST', '/seed', {
      organizations: [{ slug: 'A B', products: [{ nme: 'x' }] }, {}],
      more: 1,
    })
    expect(wrongShape.status).toBe(422)
    expect(wrongShape.body.problems.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      '(seed)',
      'organizations.0.products.0',
      'organizations.0.slug',
      'organizations.1.slug',
    ])
    const wrongRefs = await callControl('POST', '/reset', {
      organizations: [
        {
          slug: 'new',
          tokens: [{ token: 'polar_oat_a' }, { token: 'polar_oat_a' }],
          customers: [{ ref: 'jane' }],
          subscriptions: [{ product: 'none' }, { customer: 'none', seats: 1, roster: [{}, {}] }],
        },
      ],
    })
    expect(wrongRefs.status).toBe(422)
    expect(wrongRefs.body.problems.map(({ path }: { path: string }) => path)).toEqual([
      'organizations.0.tokens.1.token',
      'organizations.0.subscriptions.0.product',
      'organizations.0.subscriptions.1.customer',
    ])
    expect(emulator.refs).toEqual(before)
  })

  test('a reset restores the first seed, or stores another seed', async () => {
    const { callControl, emulator, assign, list } = await prepareEmulator()
    await assign({ email: 'bob@example.com' })
    expect((await callControl('POST', '/reset')).body.refs).toEqual(emulator.refs)
    expect((await list()).body.seats).toEqual([])
    expect(emulator.outbox()).toEqual([])
    await callControl('POST', '/reset', seed)
    expect(emulator.refs).toHaveProperty('legacy/max')
  })

  test('the outbox has the newest email first, and can be filtered by address in any case', async () => {
    const { callControl, assign } = await prepareEmulator()
    await assign({ email: 'bob@example.com' })
    await assign({ email: 'eve@example.com' })
    expect((await callControl('GET', '/outbox')).body.emails).toMatchObject([
      { to: 'eve@example.com' },
      { to: 'bob@example.com' },
    ])
    expect((await callControl('GET', '/outbox?to=BOB@example.com')).body.emails).toHaveLength(1)
  })

  test('the clock can be moved, and continues from the new time', async () => {
    const { callControl, assign, emulator } = await prepareEmulator()
    const { body } = await callControl('POST', '/clock', { now: '2030-01-01T00:00:00Z' })
    expect(body.now).toMatch(/^2030-01-01T00:00:00/)
    expect((await assign({ email: 'bob@example.com' })).body.created_at).toMatch(/^2030-01-01T00:00:0/)
    expect((await callControl('POST', '/clock', { advance_seconds: 3600 })).body.now).toMatch(/^2030-01-01T01:00:0/)
    await callControl('POST', '/clock', { real: true })
    expect(Math.abs(emulator.now() - Date.now())).toBeLessThan(1000)
    expect((await callControl('POST', '/clock', { now: 'soon' })).status).toBe(422)
    expect((await callControl('POST', '/clock', { advance_seconds: 1e300 })).status).toBe(422)
    expect((await callControl('POST', '/clock', { now: '1969-12-31T23:59:59Z' })).status).toBe(422)
    expect((await callControl('POST', '/clock', { now: '9999-12-31T00:00:00Z' })).status).toBe(200)
    expect((await callControl('POST', '/clock', { advance_seconds: 86_400 })).status).toBe(422)
    expect((await callControl('POST', '/clock', { real: true })).status).toBe(200)
  })

  test('the seat count can be changed, but not below the number of assigned seats', async () => {
    const { callControl, emulator, assign, list } = await prepareEmulator()
    const path = `/subscriptions/${emulator.ref('acme/sub')}`
    await assign({ email: 'a@example.com' })
    await assign({ email: 'b@example.com' })
    expect((await callControl('PATCH', path, { seats: 1 })).status).toBe(422)
    expect((await callControl('PATCH', path, { seats: 2 })).body).toEqual({ id: emulator.ref('acme/sub'), seats: 2 })
    expect((await list()).body).toMatchObject({ available_seats: 0, total_seats: 2 })
    expect((await callControl('PATCH', `/orders/${emulator.ref('acme/ord')}`, { seats: 7 })).status).toBe(200)
    expect((await callControl('PATCH', `/orders/${emulator.ref('acme/sub')}`, { seats: 7 })).status).toBe(404)
    expect((await callControl('PATCH', path, { seats: -1 })).status).toBe(422)
  })

  test('an invalid body is rejected with its problems, and an unknown delivery with 404', async () => {
    const { emulator, callControl } = await prepareEmulator()
    const broken = await fetch(`${emulator.url}/_emulator/seed`, { method: 'POST', body: '{' })
    expect(broken.status).toBe(400)
    expect((await callControl('POST', '/faults', { fault: { kind: 'none' } })).body.problems[0].path).toBe('fault.kind')
    expect((await callControl('POST', `/deliveries/${unknownId}/redeliver`)).status).toBe(404)
  })
})

test.each([
  [{ advance_seconds: 'soon' }, 'advance_seconds'],
  [{ now: 'yesterday' }, 'now'],
  [{ now: '1969-12-31T23:59:59Z' }, 'now'],
  [{ advance_seconds: 1e300 }, 'advance_seconds'],
  [{ real: false }, 'real'],
  [{ real: true, advance: 3 }, '(body)'],
  [{}, '(body)'],
  [{ real: true, advance_seconds: 3 }, '(body)'],
])('a clock call with %o fails, and the error has the path %s', async (body, path) => {
  const emulator = await startTestEmulator()
  const response = await emulator.fetch(`${emulator.url}/_emulator/clock`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const { problems } = (await response.json()) as { problems: Array<{ path: string; message: string }> }
  expect([response.status, problems.map((problem) => problem.path)]).toEqual([422, [path]])
})

test('a reset removes the faults of webhooks', async () => {
  const received: string[] = []
  const handler = (request: Request) => {
    received.push(request.headers.get('webhook-id') ?? '')
    return new Response()
  }
  const emulator = await startTestEmulator('in memory', { webhooks: [{ handler }] })
  emulator.deliveries.hold()
  emulator.deliveries.drop({ times: Infinity })
  emulator.reset()
  await apiCalls(emulator).assign({ email: 'bob@example.com' })
  await emulator.delivered()
  expect(received).toHaveLength(1)
})

test('an emulator in the same process has no port, and throws for an unknown ref and for an invalid seed', async () => {
  const emulator = await startTestEmulator()
  expect(emulator.url).toBe('http://emulator.test')
  expect(() => emulator.ref('acme/nobody')).toThrow("no ref 'acme/nobody'")
  const invalidSeed = { organizations: [{ slug: 'A' }] } satisfies Seed
  expect(() => emulator.reset(invalidSeed)).toThrow('organizations.0.slug')
  await expect(startTestEmulator('in memory', { seed: invalidSeed })).rejects.toThrow('organizations.0.slug')
})

test('a property that every JavaScript object has, such as `toString`, is not a ref', async () => {
  const emulator = await startTestEmulator('in memory')
  for (const name of ['toString', '__proto__']) expect(() => emulator.ref(name)).toThrow(`no ref '${name}'`)
})

test('a closed emulator rejects every call with a TypeError, as if its server were gone', async () => {
  const emulator = await startTestEmulator('in memory')
  await emulator.close()
  for (const path of ['/v1/customer-seats', '/_emulator/health']) {
    await expect(emulator.fetch(emulator.url + path)).rejects.toMatchObject({
      name: 'TypeError',
      cause: { message: 'The emulator is closed' },
    })
  }
})

test('the clock of an emulator starts at `now`', async () => {
  const emulator = await startTestEmulator('in memory', { now: '2031-05-05T12:00:00Z' })
  const { assign } = apiCalls(emulator)
  expect((await assign({ email: 'a@example.com' })).body.created_at).toMatch(/^2031-05-05T12:00:0/)
})

test('a hundred emulators in one process share no data', async () => {
  const emulators = await Promise.all(Array.from({ length: 100 }, () => startTestEmulator()))
  await Promise.all(emulators.map((emulator, index) => apiCalls(emulator).assign({ email: `${index}@example.com` })))
  for (const [index, emulator] of emulators.entries()) {
    expect((await apiCalls(emulator).list()).body.seats).toMatchObject([{ email: `${index}@example.com` }])
  }
})
