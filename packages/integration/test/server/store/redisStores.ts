import { ioredisStore } from '@seats/server/ioredis'
import { redisStore, type RedisStore } from '@seats/server/redis'
import type { Redis } from '../startRedis.ts'

interface ClientOptions {
  prefix?: string
  /** With true, the client does not connect again when its connection is lost. */
  givesUp?: boolean
}

interface ConnectedStore {
  store: RedisStore
  isReady(): boolean
}

/** For each Redis package: its store's name, and a function that connects a client and makes a store of it. */
export const redisStores: [
  name: string,
  connect: (redis: Redis, options?: ClientOptions) => Promise<ConnectedStore>,
][] = [
  [
    'redisStore',
    async (redis, { givesUp = false, ...options } = {}) => {
      const client = await redis.connect(givesUp ? { reconnectStrategy: false } : {})
      return { store: redisStore(client, options), isReady: () => client.isReady }
    },
  ],
  [
    'ioredisStore',
    async (redis, { givesUp = false, ...options } = {}) => {
      const client = await redis.connectIoredis(givesUp ? { retryStrategy: () => null } : {})
      return { store: ioredisStore(client, options), isReady: () => client.status === 'ready' }
    },
  ],
]
