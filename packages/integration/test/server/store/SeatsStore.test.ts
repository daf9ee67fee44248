import { memoryStore, type SeatsStore } from '@seats/server'
import { ioredisStore } from '@seats/server/ioredis'
import { redisStore } from '@seats/server/redis'
import { testSeatsStore } from '@seats/server/testing'
import OldestIoredis from 'ioredis-oldest'
import { createClient as createOldestClient } from 'redis-oldest'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startRedis, type Redis } from '../startRedis.ts'

let redis: Redis
const closers: (() => void)[] = []
beforeAll(async () => {
  redis = await startRedis()
}, 180_000)
afterAll(async () => {
  for (const close of closers) close()
  await redis.stop()
})

// Some tests of the suite wait until a value expires. So the tests run at the same time.
describe('memoryStore', () => {
  testSeatsStore({ test: test.concurrent, createStore: memoryStore })

  test.each(['webhook:1', 'seat-count:1', 'recovery:1'])(
    'keeps %s even if there are very many other entries',
    async (key) => {
      const store = memoryStore()
      await store.set(key, 'done', { seconds: 60 })
      for (let index = 0; index < 100_000; index++) await store.set(`other:${index}`, '1', { seconds: 60 })
      for (let index = 0; index < 100_000; index++) await store.set(`webhook:other:${index}`, '1', { seconds: 60 })
      expect(await store.get(key)).toBe('done')
      expect(await store.set(key, 'again', { seconds: 60, ifAbsent: true })).toBe(false)
      expect(await store.get('other:0')).toBeNull()
    },
  )
})

const stores: [name: string, createStore: () => Promise<SeatsStore>][] = [
  ['redisStore', async () => redisStore(await redis.connect())],
  ['ioredisStore', async () => ioredisStore(await redis.connectIoredis())],
  [
    'redisStore with redis 5.0.0',
    async () => {
      const client = createOldestClient({ socket: { path: redis.path, tls: false } })
      closers.push(() => client.destroy())
      client.on('error', () => {})
      await client.connect()
      return redisStore(client)
    },
  ],
  [
    'ioredisStore with ioredis 5.0.0, which is still connecting',
    async () => {
      const client = new OldestIoredis(redis.path)
      closers.push(() => client.disconnect())
      client.on('error', () => {})
      return ioredisStore(client)
    },
  ],
]

describe.each(stores)('%s', (_, createStore) => {
  testSeatsStore({ test: test.concurrent, createStore, shared: true })
})
