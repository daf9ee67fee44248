import { createSeatsHandler, createSeatsWebhookHandler } from '@seats/server'
import { afterAll, beforeAll, describe, expect, onTestFinished, test, vi } from 'vitest'
import { readEvents } from '../readEvents.ts'
import { signedRequest, secrets } from '../sign.ts'
import { startRedis, type Redis } from '../startRedis.ts'
import { withOccupant, startGuard } from '../startGuard.ts'
import { redisStores } from './redisStores.ts'

let redis: Redis
beforeAll(async () => {
  redis = await startRedis()
}, 180_000)
afterAll(() => redis.stop())

describe.each(redisStores)('%s', (name, connect) => {
  const connectStore = async (prefix = name) => (await connect(redis, { prefix })).store

  test('is shared by processes and separated by prefix', async () => {
    const [firstStore, secondStore] = [await connectStore(), await connectStore()]
    const otherStore = await connectStore(`${name}-other`)
    const messages: string[] = []
    await secondStore.subscribe('a', (message) => messages.push(`two ${message}`))
    await otherStore.subscribe('a', (message) => messages.push(`apart ${message}`))
    await firstStore.publish('a', 'hello')
    await expect.poll(() => messages).toEqual(['two hello'])
    await firstStore.set('a', '1', { seconds: 60 })
    expect([await secondStore.get('a'), await otherStore.get('a')]).toEqual(['1', null])
    await firstStore.spend('a', { points: 1, seconds: 60 })
    expect(await secondStore.spend('a', { points: 1, seconds: 60 })).toBeGreaterThan(0)
  })

  test('a webhook to one process reaches the pages of another process once', async () => {
    const [firstStore, secondStore] = [await connectStore(), await connectStore()]
    const guard = await startGuard({ store: secondStore })
    const id = guard.emulator.ref('acme/sub')
    const stream = readEvents(await guard.send('GET', `/v1/customer-seats/events?subscription_id=${id}`))
    const handled: string[] = []
    const hooks = [firstStore, secondStore].map((store, index) =>
      createSeatsWebhookHandler({
        secret: secrets.newer,
        store,
        on: { 'subscription.updated': ({ data }) => void handled.push(`${index} ${data.id}`) },
      }),
    )
    const event = { type: 'subscription.updated', timestamp: '', data: { id } }
    for (const hook of hooks) expect((await hook(signedRequest(event))).status).toBe(200)
    await expect.poll(() => stream.events).toEqual([{ event: 'changed', data: { subscription_id: id } }])
    expect(handled).toEqual([`0 ${id}`])
    await stream.cancel()
  })

  test('a change in one process reaches the pages of another process', async () => {
    const [firstStore, secondStore] = [await connectStore(), await connectStore()]
    const guard = await startGuard({ store: secondStore })
    const { client, emulator } = guard
    const subscription_id = emulator.ref('acme/sub')
    const otherHandler = createSeatsHandler({
      client,
      store: firstStore,
      basePath: '/api/seats',
      authorize: () => ({ sources: [{ subscription_id }] }),
    })
    const stream = readEvents(await guard.send('GET', `/v1/customer-seats/events?subscription_id=${subscription_id}`))
    const request = new Request(`https://app.example.com/api/seats/v1/customer-seats/${emulator.ref('acme/bob')}`, {
      method: 'DELETE',
      headers: { 'sec-fetch-site': 'same-origin', ...withOccupant('bob').headers },
    })
    expect((await otherHandler(request)).status).toBe(200)
    await expect.poll(() => stream.events).toMatchObject([{ event: 'seat', data: { status: 'revoked' } }])
    await stream.cancel()
  })

  test('if Redis goes down, streams end and lists go on, and streams work again when Redis is back', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const { store, isReady } = await connect(ownRedis)
    const guard = await startGuard({ store })
    const path = `/v1/customer-seats/events?subscription_id=${guard.emulator.ref('acme/sub')}`
    const stream = readEvents(await guard.send('GET', path))
    await expect.poll(() => stream.retry).toEqual([3000])
    await ownRedis.pause()
    expect(await stream.ended).toBe('end')
    await vi.waitUntil(() => !isReady())
    expect((await guard.send('GET', path.replace('/events', ''))).status).toBe(200)
    expect((await guard.send('GET', path)).status).toBe(500)
    expect(
      (await guard.send('DELETE', `/v1/customer-seats/${guard.emulator.ref('acme/bob')}`, withOccupant('bob'))).status,
    ).toBe(200)
    const hooks = createSeatsWebhookHandler({ secret: secrets.newer, store, onError: () => {} })
    expect(
      (await hooks(signedRequest({ type: 'subscription.updated', timestamp: '', data: { id: 'x' } }))).status,
    ).toBe(500)
    await ownRedis.resume()
    await vi.waitUntil(isReady, { timeout: 10_000 })
    const secondStream = readEvents(await guard.send('GET', path))
    await guard.send('POST', `/v1/customer-seats/${guard.emulator.ref('acme/pia')}/resend`)
    await expect.poll(() => secondStream.events).toHaveLength(1)
    await secondStream.cancel()
    await store.close()
  }, 30_000)

  test('calls fail at once if Redis is down, and budgets are counted in the process', async () => {
    const ownRedis = await startRedis()
    const { store, isReady } = await connect(ownRedis)
    await store.subscribe('a', () => {})
    await ownRedis.stop()
    await vi.waitUntil(() => !isReady())
    await expect(store.get('a')).rejects.toThrow('Redis is not connected')
    await expect(store.publish('a', 'x')).rejects.toThrow('Redis is not connected')
    await expect(store.subscribe('a', () => {})).rejects.toThrow('Redis is not connected')
    expect(await store.spend('a', { points: 1, seconds: 60 })).toBe(0)
    expect(await store.spend('a', { points: 1, seconds: 60 })).toBeGreaterThan(0)
    await store.close()
  })

  test('if Redis is full, streams get changes, budgets are counted in the process, and webhooks answer 500', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const admin = await ownRedis.connect()
    const { store } = await connect(ownRedis)
    const { send, emulator, errors } = await startGuard({ store })
    const path = `/v1/customer-seats/events?subscription_id=${emulator.ref('acme/sub')}`
    const stream = readEvents(await send('GET', path))
    await admin.configSet('maxmemory', '1')
    expect((await send('DELETE', `/v1/customer-seats/${emulator.ref('acme/bob')}`, withOccupant('bob'))).status).toBe(
      200,
    )
    await expect.poll(() => stream.events).toMatchObject([{ event: 'seat', data: { status: 'revoked' } }])
    await expect.poll(() => errors.length).toBeGreaterThan(0)
    expect(errors.filter((error) => !String(error).includes('OOM'))).toEqual([])
    const budget = { points: 1, seconds: 60 }
    expect([await store.spend('a', budget), (await store.spend('a', budget)) > 0]).toEqual([0, true])
    await expect(store.compareAndSet('a', { expected: null, value: '1', seconds: 60 })).rejects.toThrow('OOM')
    await expect(store.mergeFields('r', { x: { version: '1', value: 'x' } }, { seconds: 60 })).rejects.toThrow('OOM')
    const hooks = createSeatsWebhookHandler({ secret: secrets.newer, store, onError: () => {} })
    expect(
      (await hooks(signedRequest({ type: 'subscription.updated', timestamp: '', data: { id: 'x' } }))).status,
    ).toBe(500)
    await stream.cancel()
    await store.close()
  })

  test('if Redis hangs, no call waits long, and budgets are counted in the process', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const admin = await ownRedis.connect()
    const { store, isReady } = await connect(ownRedis)
    const messages: string[] = []
    await store.subscribe('a', (message) => messages.push(message))
    const budget = { points: 1, seconds: 60 }
    expect(await store.spend('a', budget)).toBe(0)
    ownRedis.freeze()
    const timeoutMessage = 'Redis does not answer'
    await Promise.all([
      expect(store.get('a')).rejects.toThrow(timeoutMessage),
      expect(store.set('a', '1', { seconds: 60 })).rejects.toThrow(timeoutMessage),
      expect(store.compareAndSet('a', { expected: null, value: '1', seconds: 60 })).rejects.toThrow(timeoutMessage),
      expect(store.mergeFields('r', { x: { version: '1', value: 'x' } }, { seconds: 60 })).rejects.toThrow(
        timeoutMessage,
      ),
      expect(store.readFields('r', ['x'])).rejects.toThrow(timeoutMessage),
      expect(store.delete('a')).rejects.toThrow(timeoutMessage),
      expect(store.publish('a', 'first')).rejects.toThrow(timeoutMessage),
      expect(store.subscribe('b', (message) => messages.push(message))).rejects.toThrow(timeoutMessage),
      expect(store.spend('b', budget)).resolves.toBe(0),
    ])
    expect(isReady()).toBe(true)
    expect(await store.spend('b', budget)).toBeGreaterThan(0)
    ownRedis.thaw()
    await expect.poll(() => messages).toEqual(['first'])
    // A subscription that timed out does not get messages later.
    await expect.poll(() => admin.pubSubNumSub('seats:b')).toEqual({ 'seats:b': 0 })
    await store.publish('b', 'second')
    await store.publish('a', 'third')
    await expect.poll(() => messages).toEqual(['first', 'third'])
    await store.close()
  })

  test('if Redis hangs, lists and changes go on, and webhooks answer 500', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const { store } = await connect(ownRedis)
    const { send, emulator } = await startGuard({ store })
    const path = `/v1/customer-seats?subscription_id=${emulator.ref('acme/sub')}`
    ownRedis.freeze()
    const hooks = createSeatsWebhookHandler({ secret: secrets.newer, store, onError: () => {} })
    const event = { type: 'subscription.updated', timestamp: '', data: { id: 'x' } }
    const [list, change, stream, hook] = await Promise.all([
      send('GET', path),
      send('DELETE', `/v1/customer-seats/${emulator.ref('acme/bob')}`, withOccupant('bob')),
      send('GET', path.replace('?', '/events?')),
      hooks(signedRequest(event)),
    ])
    expect([list.status, change.status, stream.status, hook.status]).toEqual([200, 200, 500, 500])
    await store.close()
  }, 20_000)

  test('a call fails if its connection is lost before the answer', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const admin = await ownRedis.connect()
    const { store } = await connect(ownRedis)
    await admin.sendCommand(['CLIENT', 'PAUSE', '60000', 'WRITE'])
    const outcome = store.set('a', '1', { seconds: 60, ifAbsent: true }).catch(String)
    await expect.poll(() => admin.sendCommand(['CLIENT', 'LIST'])).toContain('cmd=set')
    await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'normal'])
    expect(await outcome).toMatch(/not connected|closed/)
    await store.close()
  })

  test('closes even if Redis is down or hangs', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const stores = [(await connect(ownRedis)).store, (await connect(ownRedis)).store]
    const [subscribedStore, subscribingStore] = stores
    await subscribedStore?.subscribe('a', () => {})
    ownRedis.freeze()
    await expect(subscribingStore?.subscribe('a', () => {})).rejects.toThrow('Redis does not answer')
    await Promise.all(stores.map((store) => store.close()))
    ownRedis.thaw()
    const client = await ownRedis.connect()
    await expect.poll(() => client.pubSubNumSub('seats:a')).toEqual({ 'seats:a': 0 })
  })

  test('replaces a connection that gave up', async () => {
    const ownRedis = await startRedis()
    onTestFinished(() => ownRedis.stop())
    const admin = await ownRedis.connect()
    const { store } = await connect(ownRedis, { givesUp: true })
    const onLost = vi.fn<() => void>()
    const messages: string[] = []
    await store.subscribe('a', (message) => messages.push(`one ${message}`), onLost)
    await admin.sendCommand(['CLIENT', 'KILL', 'TYPE', 'pubsub'])
    await expect.poll(() => onLost.mock.calls.length).toBeGreaterThan(0)
    await Promise.all([
      store.subscribe('a', (message) => messages.push(`two ${message}`)),
      store.subscribe('a', (message) => messages.push(`three ${message}`)),
    ])
    await store.publish('a', 'hello')
    await expect.poll(() => messages.toSorted()).toEqual(['three hello', 'two hello'])
    // All callers share one connection.
    expect(await admin.sendCommand(['CLIENT', 'LIST', 'TYPE', 'pubsub'])).toMatch(/^[^\n]*\n$/)
    await store.close()
  })
})
