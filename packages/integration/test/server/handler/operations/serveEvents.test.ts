import { memoryStore, type AuditEvent, type SeatsGrant } from '@seats/server'
import { afterEach, expect, test, vi } from 'vitest'
import { readEvents } from '../../readEvents.ts'
import { statusAndCodeOf, startGuard, type TestGuard } from '../../startGuard.ts'

const seats = '/v1/customer-seats'
const unknownId = '7d9f2c1a-5b3e-4f60-8a21-9c0d4e5f6a7b'
const sourcesOf = ({ emulator }: TestGuard) => ({
  sub: { subscription_id: emulator.ref('acme/sub') },
  ord: { order_id: emulator.ref('acme/ord') },
  foreign: { subscription_id: emulator.ref('acme/foreign') },
})

const pathTo = (...sources: Record<string, string>[]) =>
  `${seats}/events?${sources.map((source) => new URLSearchParams(source).toString()).join('&')}`

/** Follows these sources over one stream. */
async function follow(sources: (ids: ReturnType<typeof sourcesOf>) => Record<string, string>[], options = {}) {
  const guard = await startGuard(options)
  const ids = sourcesOf(guard)
  const response = await guard.send('GET', pathTo(...sources(ids)))
  return { ...guard, ...ids, response, stream: readEvents(response) }
}

const fakeIntervals = () => vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval'] })
afterEach(() => void vi.useRealTimers())

test('several sources share a stream, and every event names its source', async () => {
  const { send, stream, sub, ord, emulator } = await follow(({ sub, ord }) => [sub, ord])
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
  await send('POST', `${seats}/${emulator.ref('acme/ole')}/resend`)
  emulator.inject({ fault: { kind: 'drop_after' }, match: { method: 'POST' }, times: 1 })
  await send('POST', `${seats}/${emulator.ref('acme/ole')}/resend`)
  await expect
    .poll(() => stream.events)
    .toMatchObject([
      { event: 'seat', data: sub },
      { event: 'seat', data: ord },
      { event: 'changed', data: ord },
    ])
  await stream.cancel()
})

test('a stream begins with a comment, and says for each source if something changed a moment ago', async () => {
  const guard = await startGuard()
  const { sub, ord } = sourcesOf(guard)
  await guard.send('POST', `${seats}/${guard.emulator.ref('acme/ole')}/resend`)
  const reader = (await guard.send('GET', pathTo(sub, ord))).body?.getReader()
  expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^:\n/)
  await reader?.cancel()
  const stream = readEvents(await guard.send('GET', pathTo(sub, ord)))
  await expect.poll(() => stream.events).toEqual([{ event: 'recent', data: ord }])
  await stream.cancel()
})

test.for([
  ['a source of another team', ({ foreign }: ReturnType<typeof sourcesOf>) => foreign],
  ['a source that does not exist', () => ({ order_id: unknownId })],
  ['text that is not an id', () => ({ subscription_id: '\r\n\r\nevent: seat' })],
  ['an empty id', () => ({ order_id: '' })],
] as const)(
  'the stream sends `ended` for a refused source, and goes on with the others: %s',
  async ([, refusedSource]) => {
    const { send, stream, sub, emulator, ...ids } = await follow((ids) => [refusedSource(ids), ids.sub])
    await expect.poll(() => stream.events).toEqual([{ event: 'ended', data: refusedSource({ ...ids, sub }) }])
    await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
    await expect.poll(() => stream.events.slice(1)).toMatchObject([{ event: 'seat', data: sub }])
    await stream.cancel()
  },
)

test('events of a refused source do not reach the stream', async () => {
  const store = memoryStore()
  const { send, stream, sub, foreign, emulator } = await follow(({ sub, foreign }) => [foreign, sub], { store })
  await store.publish(`events:subscription:${foreign.subscription_id}`, 'event: changed\ndata: {}\n\n')
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
  await expect
    .poll(() => stream.events)
    .toMatchObject([
      { event: 'ended', data: foreign },
      { event: 'seat', data: sub },
    ])
  await stream.cancel()
})

test('every source is authorized on its own, and an error is reported', async () => {
  const contexts: unknown[] = []
  const databaseError = new Error('the database is down')
  const guard = await startGuard()
  const { sub, ord, foreign } = sourcesOf(guard)
  const authorize = (_: Request, { operation, source }: { operation: string; source: unknown }): SeatsGrant | null => {
    contexts.push([operation, source])
    if (JSON.stringify(source) === JSON.stringify(foreign)) throw databaseError
    return JSON.stringify(source) === JSON.stringify(ord) ? null : { sources: [sub] }
  }
  const { send, errors } = await startGuard({ authorize })
  const stream = readEvents(await send('GET', pathTo(foreign, ord, sub)))
  await expect.poll(() => stream.events.map(({ data }) => data)).toEqual([foreign, ord])
  expect(contexts).toEqual([foreign, ord, sub].map((source) => ['listSeats', source]))
  expect(errors).toEqual([databaseError])
  await stream.cancel()
})

test('a source is followed once, even if it is repeated in several spellings', async () => {
  const contexts: unknown[] = []
  const store = memoryStore()
  let subscriptionCount = 0
  const subscribe: typeof store.subscribe = (...call) => {
    subscriptionCount += 1
    return store.subscribe(...call)
  }
  const guard = await startGuard()
  const { sub } = sourcesOf(guard)
  const id = sub.subscription_id
  const spellings = [id, id.toUpperCase(), id.replaceAll('-', ''), `{${id}}`, `urn:uuid:${id}`]
  const { send } = await startGuard({
    store: { ...store, subscribe },
    authorize: (_, { source }) => {
      contexts.push(source)
      return { sources: [sub] }
    },
  })
  const repeatedSources = Array.from({ length: 100 }, (_, index) => ({ subscription_id: spellings[index % 5] ?? '' }))
  const response = await send('GET', pathTo(...repeatedSources))
  expect(response.status).toBe(200)
  expect([contexts, subscriptionCount]).toEqual([[sub], 1])
  await response.body?.cancel()
})

test('a stream follows at most a hundred sources, and more are refused before authorize is called', async () => {
  const authorize = vi.fn<() => SeatsGrant>()
  const manySources = Array.from({ length: 1_000 }, () => ({ subscription_id: crypto.randomUUID() }))
  authorize.mockReturnValue({ sources: manySources, actor: 'user-1' })
  const { send } = await startGuard({ authorize })
  for (const count of [101, 1_000]) {
    expect(await statusAndCodeOf(send('GET', pathTo(...manySources.slice(0, count))))).toEqual([
      422,
      'RequestValidationError',
    ])
  }
  expect(await statusAndCodeOf(send('GET', pathTo(...manySources.map(() => ({ order_id: unknownId })))))).toEqual([
    422,
    'RequestValidationError',
  ])
  expect(authorize).not.toHaveBeenCalled()
  const response = await send('GET', pathTo(...manySources.slice(0, 100)))
  expect(response.status).toBe(200)
  expect(authorize).toHaveBeenCalledTimes(100)
  await response.body?.cancel()
})

test('a stream of many sources takes one slot of its user', async () => {
  const { send, sub, ord, response } = await follow(({ sub, ord, foreign }) => [sub, ord, foreign])
  const open = () => send('GET', pathTo(ord, sub))
  const streams = await Promise.all(Array.from({ length: 99 }, open))
  expect(streams.every(({ status }) => status === 200)).toBe(true)
  expect(await statusAndCodeOf(open())).toEqual([429, 'RateLimited'])
  await streams[0]?.body?.cancel()
  expect((await open()).status).toBe(200)
  expect(response.status).toBe(200)
})

test('if all sources are refused, the answer is the first refusal', async () => {
  const guard = await startGuard()
  const { sub, ord, foreign } = sourcesOf(guard)
  expect(await statusAndCodeOf(guard.send('GET', pathTo(foreign, { order_id: unknownId })))).toEqual([
    404,
    'ResourceNotFound',
  ])
  guard.grant({ sources: [sub, ord], operations: ['assignSeat'] })
  expect(await statusAndCodeOf(guard.send('GET', pathTo(sub, ord)))).toEqual([403, 'OperationNotGranted'])
  guard.grant(null)
  expect(await statusAndCodeOf(guard.send('GET', pathTo(sub, ord)))).toEqual([401, 'Unauthorized'])
})

test('every refused source is audited, but without a signed-in user there is only one audit event', async () => {
  const events: AuditEvent[] = []
  const guard = await startGuard({ onAudit: (event) => void events.push(event) })
  const { sub, foreign } = sourcesOf(guard)
  const response = await guard.send('GET', pathTo(foreign, sub, { order_id: 'a\nb' }))
  const refusedEvent = { operation: 'listSeats', actor: 'user-1', status: 404, code: 'ResourceNotFound' }
  expect(events).toMatchObject([
    { ...refusedEvent, source: foreign },
    { ...refusedEvent, source: null, status: 422, code: 'RequestValidationError' },
  ])
  await response.body?.cancel()
  events.length = 0
  await guard.send('GET', pathTo({ order_id: unknownId }, foreign))
  expect(events).toMatchObject([
    { ...refusedEvent, source: foreign },
    { ...refusedEvent, source: { order_id: unknownId } },
  ])
  events.length = 0
  guard.grant(null)
  await guard.send('GET', pathTo(...Array.from({ length: 100 }, () => ({ order_id: crypto.randomUUID() }))))
  expect(events).toMatchObject([{ actor: null, status: 401, code: 'Unauthorized' }])
})

test('a withdrawn grant ends one source, and the stream ends with its last source', async () => {
  fakeIntervals()
  const { send, grant, stream, sub, ord, emulator } = await follow(({ sub, ord }) => [sub, ord])
  const allowed: SeatsGrant = { sources: [sub, ord] }
  grant({ ...allowed, sources: [ord] })
  await vi.advanceTimersByTimeAsync(60_000)
  await expect.poll(() => stream.events).toEqual([{ event: 'ended', data: sub }])
  grant(allowed)
  // The source has ended for this stream. Its events are not sent, even after it is granted again.
  await send('POST', `${seats}/${emulator.ref('acme/pia')}/resend`)
  await send('POST', `${seats}/${emulator.ref('acme/ole')}/resend`)
  await expect.poll(() => stream.events.slice(1)).toMatchObject([{ event: 'seat', data: ord }])
  grant(null)
  await vi.advanceTimersByTimeAsync(60_000)
  expect(await stream.ended).toBe('end')
  expect(stream.events.at(-1)).toEqual({ event: 'ended', data: ord })
  expect(vi.getTimerCount()).toBe(0)
})

test('if `authorize` never answers for one source, the stream ends that source', async () => {
  fakeIntervals()
  const guard = await startGuard()
  const { sub, ord } = sourcesOf(guard)
  let isHanging = false
  const { send } = await startGuard({
    authorize: (_, { source }) =>
      isHanging && source?.order_id !== undefined ? new Promise(() => {}) : { sources: [sub, ord] },
  })
  const stream = readEvents(await send('GET', pathTo(sub, ord)))
  isHanging = true
  await vi.advanceTimersByTimeAsync(60_000)
  await expect.poll(() => stream.events).toEqual([{ event: 'ended', data: ord }])
  expect(await Promise.race([stream.ended, Promise.resolve('open')])).toBe('open')
  await stream.cancel()
  expect(vi.getTimerCount()).toBe(0)
})

test('if the store fails for one source, no stream opens and all subscriptions end', async () => {
  const store = memoryStore()
  let subscriptionCount = 0
  const guard = await startGuard({
    store: {
      ...store,
      subscribe: async (channel, ...rest) => {
        if (channel.includes('order')) throw new Error('the bus is down')
        const unsubscribe = await store.subscribe(channel, ...rest)
        subscriptionCount += 1
        return () => {
          subscriptionCount -= 1
          unsubscribe()
        }
      },
    },
  })
  const { sub, ord } = sourcesOf(guard)
  expect(await statusAndCodeOf(guard.send('GET', pathTo(sub, ord)))).toEqual([500, 'ServerError'])
  expect(guard.errors).toMatchObject([{ message: 'the bus is down' }])
  await expect.poll(() => subscriptionCount).toBe(0)
})
