import { describe, expect, test } from 'vitest'
import type { Emulator, Seed } from '../src/exports/index.ts'
import { apiOf, nobody } from './support/api.ts'
import { seed } from './support/seeds.ts'
import { start, storages } from './support/storages.ts'

/** Makes a control call, over HTTP if there is a port. */
async function control(emulator: Emulator, method: string, path: string, body?: unknown) {
  const send = emulator.url === 'http://emulator.test' ? emulator.fetch : fetch
  const response = await send(`${emulator.url}/_emulator${path}`, {
    method,
    ...(body !== undefined && { headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return { status: response.status, body: text === '' ? undefined : JSON.parse(text) }
}

describe.each(storages)('the control API, %s', (storage) => {
  const prepare = async () => {
    const emulator = await start(storage, { port: 0 })
    return { emulator, control: control.bind(null, emulator), ...apiOf(emulator) }
  }

  test('is healthy', async () => {
    const { control } = await prepare()
    expect(await control('GET', '/health')).toEqual({ status: 200, body: { status: 'ok' } })
    expect((await control('GET', '/nothing')).status).toBe(404)
  })

  test('starts with an organization, a subscription and an order that the first call finds', async () => {
    const { emulator, list } = await prepare()
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

  test('adds to the data, and to an organization in it', async () => {
    const { control, assign } = await prepare()
    const { body } = await control('POST', '/seed', {
      organizations: [
        { slug: 'other', subscriptions: [{ ref: 'sub' }] },
        { slug: 'acme', subscriptions: [{ ref: 'second', product: 'team', customer: 'jane', seats: 3 }] },
      ],
    })
    expect(Object.keys(body.refs)).toEqual(expect.arrayContaining(['acme/sub', 'acme/second', 'other', 'other/sub']))
    expect((await assign({ subscription_id: body.refs['acme/second'], email: 'bob@example.com' })).status).toBe(200)
  })

  test('keeps the ids that a seed brings, and fills a roster', async () => {
    const { control, list } = await prepare()
    const { body } = await control('POST', '/reset', {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          customers: [{ ref: 'jane' }],
          subscriptions: [
            {
              id: nobody,
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
    expect(body.refs['acme/sub']).toBe(nobody)
    const { seats, available_seats } = (await list({ subscription_id: nobody })).body
    expect(available_seats).toBe(1)
    const byId = Object.fromEntries(seats.map((seat) => [seat.id, seat]))
    expect(byId).toMatchObject({
      [body.refs['acme/bob']]: { status: 'claimed', email: 'bob@example.com', seat_metadata: { role: 'dev' } },
      [body.refs['acme/eve']]: { status: 'revoked', email: null },
      [body.refs['acme/pat']]: { status: 'pending', email: 'pat@example.com' },
      [body.refs['acme/ada']]: { status: 'claimed', email: 'ada@example.com' },
    })
    expect(seats).toHaveLength(4)
    expect((await control('GET', '/outbox')).body.emails).toMatchObject([{ to: 'pat@example.com' }])
  })

  test('stores nothing of a bad seed, and names every problem by its path', async () => {
    const { control, emulator } = await prepare()
    const before = emulator.refs
    const shape = await control('POST', '/seed', {
      organizations: [{ slug: 'A B', products: [{ nme: 'x' }] }, {}],
      more: 1,
    })
    expect(shape.status).toBe(422)
    expect(shape.body.problems.map(({ path }: { path: string }) => path).toSorted()).toEqual([
      '(seed)',
      'organizations.0.products.0',
      'organizations.0.slug',
      'organizations.1.slug',
    ])
    const meaning = await control('POST', '/reset', {
      organizations: [
        {
          slug: 'new',
          tokens: [{ token: 'polar_oat_a' }, { token: 'polar_oat_a' }],
          customers: [{ ref: 'jane' }],
          subscriptions: [{ product: 'none' }, { customer: 'none', seats: 1, roster: [{}, {}] }],
        },
      ],
    })
    expect(meaning.status).toBe(422)
    expect(meaning.body.problems.map(({ path }: { path: string }) => path)).toEqual([
      'organizations.0.tokens.1.token',
      'organizations.0.subscriptions.0.product',
      'organizations.0.subscriptions.1.customer',
    ])
    expect(emulator.refs).toEqual(before)
  })

  test('resets to what it started with, or to another seed', async () => {
    const { control, emulator, assign, list } = await prepare()
    await assign({ email: 'bob@example.com' })
    expect((await control('POST', '/reset')).body.refs).toEqual(emulator.refs)
    expect((await list()).body.seats).toEqual([])
    expect(emulator.outbox()).toEqual([])
    await control('POST', '/reset', seed)
    expect(emulator.refs).toHaveProperty('legacy/max')
  })

  test('shows the outbox, newest first, of one address in any case', async () => {
    const { control, assign } = await prepare()
    await assign({ email: 'bob@example.com' })
    await assign({ email: 'eve@example.com' })
    expect((await control('GET', '/outbox')).body.emails).toMatchObject([
      { to: 'eve@example.com' },
      { to: 'bob@example.com' },
    ])
    expect((await control('GET', '/outbox?to=BOB@example.com')).body.emails).toHaveLength(1)
  })

  test('moves the clock, which runs on from there', async () => {
    const { control, assign, emulator } = await prepare()
    const { body } = await control('POST', '/clock', { now: '2030-01-01T00:00:00Z' })
    expect(body.now).toMatch(/^2030-01-01T00:00:00/)
    expect((await assign({ email: 'bob@example.com' })).body.created_at).toMatch(/^2030-01-01T00:00:0/)
    expect((await control('POST', '/clock', { advance_seconds: 3600 })).body.now).toMatch(/^2030-01-01T01:00:0/)
    await control('POST', '/clock', { real: true })
    expect(Math.abs(emulator.now() - Date.now())).toBeLessThan(1000)
    expect((await control('POST', '/clock', { now: 'soon' })).status).toBe(422)
    expect((await control('POST', '/clock', { advance_seconds: 1e300 })).status).toBe(422)
    expect((await control('POST', '/clock', { now: '1969-12-31T23:59:59Z' })).status).toBe(422)
    expect((await control('POST', '/clock', { now: '9999-12-31T00:00:00Z' })).status).toBe(200)
    expect((await control('POST', '/clock', { advance_seconds: 86_400 })).status).toBe(422)
    expect((await control('POST', '/clock', { real: true })).status).toBe(200)
  })

  test('buys and drops seats, but never assigned ones', async () => {
    const { control, emulator, assign, list } = await prepare()
    const path = `/subscriptions/${emulator.ref('acme/sub')}`
    await assign({ email: 'a@example.com' })
    await assign({ email: 'b@example.com' })
    expect((await control('PATCH', path, { seats: 1 })).status).toBe(422)
    expect((await control('PATCH', path, { seats: 2 })).body).toEqual({ id: emulator.ref('acme/sub'), seats: 2 })
    expect((await list()).body).toMatchObject({ available_seats: 0, total_seats: 2 })
    expect((await control('PATCH', `/orders/${emulator.ref('acme/ord')}`, { seats: 7 })).status).toBe(200)
    expect((await control('PATCH', `/orders/${emulator.ref('acme/sub')}`, { seats: 7 })).status).toBe(404)
    expect((await control('PATCH', path, { seats: -1 })).status).toBe(422)
  })

  test('names the problems of bad bodies', async () => {
    const { emulator, control } = await prepare()
    const broken = await fetch(`${emulator.url}/_emulator/seed`, { method: 'POST', body: '{' })
    expect(broken.status).toBe(400)
    expect((await control('POST', '/faults', { fault: { kind: 'none' } })).body.problems[0].path).toBe('fault.kind')
    expect((await control('POST', `/deliveries/${nobody}/redeliver`)).status).toBe(404)
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
])('a clock that cannot be moved by %o names %s', async (body, path) => {
  const emulator = await start()
  const response = await emulator.fetch(`${emulator.url}/_emulator/clock`, {
    method: 'POST',
    body: JSON.stringify(body),
  })
  const { problems } = (await response.json()) as { problems: Array<{ path: string; message: string }> }
  expect([response.status, problems.map((problem) => problem.path)]).toEqual([422, [path]])
})

test('a reset forgets drops, holds and the like', async () => {
  const heard: string[] = []
  const handler = (request: Request) => {
    heard.push(request.headers.get('webhook-id') ?? '')
    return new Response()
  }
  const emulator = await start('in memory', { webhooks: [{ handler }] })
  emulator.deliveries.hold()
  emulator.deliveries.drop({ times: Infinity })
  emulator.reset()
  await apiOf(emulator).assign({ email: 'bob@example.com' })
  await emulator.delivered()
  expect(heard).toHaveLength(1)
})

test('an emulator in process needs no port, and its refs are asked for by name', async () => {
  const emulator = await start()
  expect(emulator.url).toBe('http://emulator.test')
  expect(() => emulator.ref('acme/nobody')).toThrow("no ref 'acme/nobody'")
  const bad = { organizations: [{ slug: 'A' }] } satisfies Seed
  expect(() => emulator.reset(bad)).toThrow('organizations.0.slug')
  await expect(start('in memory', { seed: bad })).rejects.toThrow('organizations.0.slug')
})

test('an emulator starts its clock where it is told', async () => {
  const emulator = await start('in memory', { now: '2031-05-05T12:00:00Z' })
  const { assign } = apiOf(emulator)
  expect((await assign({ email: 'a@example.com' })).body.created_at).toMatch(/^2031-05-05T12:00:0/)
})

test('a hundred emulators in one process stay apart', async () => {
  const emulators = await Promise.all(Array.from({ length: 100 }, () => start()))
  await Promise.all(emulators.map((emulator, index) => apiOf(emulator).assign({ email: `${index}@example.com` })))
  for (const [index, emulator] of emulators.entries()) {
    expect((await apiOf(emulator).list()).body.seats).toMatchObject([{ email: `${index}@example.com` }])
  }
})
