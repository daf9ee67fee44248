import { createSeatsHandler, createSeatsWebhookHandler, memoryStore, type SeatsStore } from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readEvents } from './readEvents.ts'
import { delivery, secrets } from './sign.ts'
import { startRedis, type Redis } from './startRedis.ts'
import { means, startWorld } from './world.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
}, 180_000)
afterAll(() => redis.stop())

let prefixes = 0
const stores: [name: string, create: () => Promise<SeatsStore>][] = [
  ['memoryStore', async () => memoryStore()],
  ['redisStore', async () => redisStore(await redis.connect(), { prefix: `test${prefixes++}` })],
]

describe.each(stores)('%s', (_, create) => {
  test('keeps values until they are deleted', async () => {
    const store = await create()
    expect(await store.get('a')).toBeNull()
    expect(await store.set('a', '1', { seconds: 60 })).toBe(true)
    expect(await store.set('a', '2', { seconds: 60 })).toBe(true)
    expect(await store.set('a', '3', { seconds: 60, ifAbsent: true })).toBe(false)
    expect(await store.get('a')).toBe('2')
    await store.delete('a')
    expect(await store.set('a', '4', { seconds: 60, ifAbsent: true })).toBe(true)
    expect(await store.get('a')).toBe('4')
  })

  test('lets values expire', async () => {
    const store = await create()
    await store.set('a', '1', { seconds: 1 })
    await expect.poll(() => store.get('a'), { timeout: 5_000 }).toBeNull()
    expect(await store.set('a', '2', { seconds: 60, ifAbsent: true })).toBe(true)
  })

  test('publishes to everyone on the channel, until they leave', async () => {
    const store = await create()
    const [one, two, other]: string[][] = [[], [], []]
    const listen =
      (messages: string[] = []) =>
      (message: string) =>
        void messages.push(message)
    const leave = await store.subscribe('a', listen(one))
    await store.subscribe('a', listen(two))
    await store.subscribe('b', listen(other))
    await store.publish('a', 'first')
    await expect.poll(() => [one, two]).toEqual([['first'], ['first']])
    leave()
    await store.publish('a', 'second')
    await store.publish('b', 'third')
    await expect.poll(() => [two, other]).toEqual([['first', 'second'], ['third']])
    expect(one).toEqual(['first'])
  })

  test('a budget is spent by key, and says when there is more', async () => {
    const store = await create()
    const budget = { points: 2, seconds: 30 }
    expect([await store.spend('a', budget), await store.spend('a', budget)]).toEqual([0, 0])
    const seconds = await store.spend('a', budget)
    expect(seconds).toBeGreaterThan(25)
    expect(seconds).toBeLessThanOrEqual(30)
    expect(await store.spend('b', budget)).toBe(0)
    expect(await store.spend('a', { points: 9, seconds: 30 })).toBe(0)
  })

  test('a budget comes back', async () => {
    const store = await create()
    const budget = { points: 1, seconds: 1 }
    await store.spend('a', budget)
    expect(await store.spend('a', budget)).toBe(1)
    await expect.poll(() => store.spend('a', budget), { interval: 200, timeout: 5_000 }).toBe(0)
  })

  test('concurrent callers do not overspend, and one alone sets what is absent', async () => {
    const store = await create()
    const spent = await Promise.all(Array.from({ length: 20 }, () => store.spend('a', { points: 5, seconds: 60 })))
    expect(spent.filter((seconds) => seconds === 0)).toHaveLength(5)
    const set = await Promise.all(
      Array.from({ length: 20 }, () => store.set('once', '1', { seconds: 60, ifAbsent: true })),
    )
    expect(set.filter(Boolean)).toHaveLength(1)
  })
})

describe('redisStore', () => {
  test('is shared by processes, apart by prefix', async () => {
    const [one, two] = [redisStore(await redis.connect()), redisStore(await redis.connect())]
    const apart = redisStore(await redis.connect(), { prefix: 'other' })
    const messages: string[] = []
    await two.subscribe('a', (message) => messages.push(`two ${message}`))
    await apart.subscribe('a', (message) => messages.push(`apart ${message}`))
    await one.publish('a', 'hello')
    await expect.poll(() => messages).toEqual(['two hello'])
    await one.set('a', '1', { seconds: 60 })
    expect([await two.get('a'), await apart.get('a')]).toEqual(['1', null])
    await one.spend('a', { points: 1, seconds: 60 })
    expect(await two.spend('a', { points: 1, seconds: 60 })).toBeGreaterThan(0)
  })

  test('a webhook that comes to one process is seen by the pages of another, once', async () => {
    const [here, there] = [redisStore(await redis.connect()), redisStore(await redis.connect())]
    const world = await startWorld({ store: there })
    const id = world.emulator.ref('acme/sub')
    const stream = readEvents(await world.send('GET', `/v1/customer-seats/events?subscription_id=${id}`))
    const handled: string[] = []
    const hooks = [here, there].map((store, index) =>
      createSeatsWebhookHandler({
        secret: secrets.newer,
        store,
        on: { 'subscription.updated': ({ data }) => void handled.push(`${index} ${data.id}`) },
      }),
    )
    const event = { type: 'subscription.updated', timestamp: '', data: { id } }
    for (const hook of hooks) expect((await hook(delivery(event))).status).toBe(200)
    await expect.poll(() => stream.events).toEqual([{ event: 'changed', data: { subscription_id: id } }])
    expect(handled).toEqual([`0 ${id}`])
    await stream.cancel()
  })

  test('a change made in one process is seen by the pages of another', async () => {
    const [here, there] = [redisStore(await redis.connect()), redisStore(await redis.connect())]
    const world = await startWorld({ store: there })
    const { client, emulator } = world
    const subscription_id = emulator.ref('acme/sub')
    const other = createSeatsHandler({
      client,
      store: here,
      basePath: '/api/seats',
      authorize: () => ({ sources: [{ subscription_id }] }),
    })
    const stream = readEvents(await world.send('GET', `/v1/customer-seats/events?subscription_id=${subscription_id}`))
    const request = new Request(`https://app.example.com/api/seats/v1/customer-seats/${emulator.ref('acme/bob')}`, {
      method: 'DELETE',
      headers: { 'sec-fetch-site': 'same-origin', ...means('bob').headers },
    })
    expect((await other(request)).status).toBe(200)
    await expect.poll(() => stream.events).toMatchObject([{ event: 'seat', data: { status: 'revoked' } }])
    await stream.cancel()
  })

  test('where Redis goes down, streams end and lists go on; where it is back, so are the streams', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const client = await own.connect()
    const store = redisStore(client)
    const world = await startWorld({ store })
    const path = `/v1/customer-seats/events?subscription_id=${world.emulator.ref('acme/sub')}`
    const stream = readEvents(await world.send('GET', path))
    await expect.poll(() => stream.retry).toEqual([3000])
    await own.pause()
    expect(await stream.ended).toBe('end')
    await vi.waitUntil(() => !client.isReady)
    expect((await world.send('GET', path.replace('/events', ''))).status).toBe(200)
    expect((await world.send('GET', path)).status).toBe(500)
    expect(
      (await world.send('DELETE', `/v1/customer-seats/${world.emulator.ref('acme/bob')}`, means('bob'))).status,
    ).toBe(200)
    const hooks = createSeatsWebhookHandler({ secret: secrets.newer, store, onError: () => {} })
    expect((await hooks(delivery({ type: 'subscription.updated', timestamp: '', data: { id: 'x' } }))).status).toBe(500)
    await own.resume()
    await vi.waitUntil(() => client.isReady, { timeout: 10_000 })
    const again = readEvents(await world.send('GET', path))
    await world.send('POST', `/v1/customer-seats/${world.emulator.ref('acme/pia')}/resend`)
    await expect.poll(() => again.events).toHaveLength(1)
    await again.cancel()
    await store.close()
  }, 30_000)

  test('fails at once where Redis is gone, and budgets go on alone', async () => {
    const own = await startRedis()
    const client = await own.connect()
    const store = redisStore(client)
    await store.subscribe('a', () => {})
    await own.stop()
    await vi.waitUntil(() => !client.isReady)
    await expect(store.get('a')).rejects.toThrow('Redis is not connected')
    await expect(store.publish('a', 'x')).rejects.toThrow('Redis is not connected')
    await expect(store.subscribe('a', () => {})).rejects.toThrow('Redis is not connected')
    expect(await store.spend('a', { points: 1, seconds: 60 })).toBe(0)
    expect(await store.spend('a', { points: 1, seconds: 60 })).toBeGreaterThan(0)
    await store.close()
  })

  test('where Redis is full, streams that are open hear of changes all the same', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const client = await own.connect()
    const store = redisStore(client)
    const { send, emulator, errors } = await startWorld({ store })
    const path = `/v1/customer-seats/events?subscription_id=${emulator.ref('acme/sub')}`
    const stream = readEvents(await send('GET', path))
    await client.configSet('maxmemory', '1')
    expect((await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/bob')}`, means('bob'))).status).toBe(200)
    await expect.poll(() => stream.events).toMatchObject([{ event: 'seat', data: { status: 'revoked' } }])
    await expect.poll(() => errors).toMatchObject([{ message: expect.stringContaining('OOM') }])
    await stream.cancel()
    await store.close()
  })

  test('where Redis hangs, nothing waits for it for long, and budgets go on alone', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const client = await own.connect()
    const store = redisStore(client)
    const messages: string[] = []
    await store.subscribe('a', (message) => messages.push(message))
    const budget = { points: 1, seconds: 60 }
    expect(await store.spend('a', budget)).toBe(0)
    own.freeze()
    const late = 'Redis does not answer'
    await Promise.all([
      expect(store.get('a')).rejects.toThrow(late),
      expect(store.set('a', '1', { seconds: 60 })).rejects.toThrow(late),
      expect(store.delete('a')).rejects.toThrow(late),
      expect(store.publish('a', 'first')).rejects.toThrow(late),
      expect(store.subscribe('b', (message) => messages.push(message))).rejects.toThrow(late),
      expect(store.spend('b', budget)).resolves.toBe(0),
    ])
    expect(client.isReady).toBe(true)
    expect(await store.spend('b', budget)).toBeGreaterThan(0)
    own.thaw()
    await expect.poll(() => messages).toEqual(['first'])
    // What nobody waited for any more does not listen.
    await expect.poll(() => client.pubSubNumSub('seats:b')).toEqual({ 'seats:b': 0 })
    await store.publish('b', 'second')
    await store.publish('a', 'third')
    await expect.poll(() => messages).toEqual(['first', 'third'])
    await store.close()
  })

  test('where Redis hangs, lists and changes go on, and webhooks are to be sent again', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const store = redisStore(await own.connect())
    const { send, emulator } = await startWorld({ store })
    const path = `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`
    own.freeze()
    const hooks = createSeatsWebhookHandler({ secret: secrets.newer, store, onError: () => {} })
    const event = { type: 'subscription.updated', timestamp: '', data: { id: 'x' } }
    const [list, change, stream, hook] = await Promise.all([
      send('GET', path),
      send('DELETE', `/v1/customer-seats/${emulator.ref('acme/bob')}`, means('bob')),
      send('GET', path.replace('?', '/events?')),
      hooks(delivery(event)),
    ])
    expect([list.status, change.status, stream.status, hook.status]).toEqual([200, 200, 500, 500])
    await store.close()
  }, 20_000)

  test('closes, whatever Redis does', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const stores = [redisStore(await own.connect()), redisStore(await own.connect())]
    const [open, opening] = stores
    await open?.subscribe('a', () => {})
    own.freeze()
    await expect(opening?.subscribe('a', () => {})).rejects.toThrow('Redis does not answer')
    await Promise.all(stores.map((store) => store.close()))
    own.thaw()
    const client = await own.connect()
    await expect.poll(() => client.pubSubNumSub('seats:a')).toEqual({ 'seats:a': 0 })
  })

  test('a subscriber that gave up is replaced', async () => {
    const own = await startRedis()
    onTestFinished(() => own.stop())
    const client = await own.connect({ reconnectStrategy: false })
    const store = redisStore(client)
    const lost = vi.fn<() => void>()
    const messages: string[] = []
    await store.subscribe('a', (message) => messages.push(`one ${message}`), lost)
    await client.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
    await expect.poll(() => lost.mock.calls.length).toBeGreaterThan(0)
    await Promise.all([
      store.subscribe('a', (message) => messages.push(`two ${message}`)),
      store.subscribe('a', (message) => messages.push(`three ${message}`)),
    ])
    await store.publish('a', 'hello')
    await expect.poll(() => messages.toSorted()).toEqual(['three hello', 'two hello'])
    // One connection, not one for each that asked.
    expect(await client.sendCommand(['CLIENT', 'LIST', 'TYPE', 'pubsub'])).toMatch(/^[^\n]*\n$/)
    await store.close()
  })
})
