import { ioredisStore } from '@seats/server/ioredis'
import { redisStore, type RedisStore } from '@seats/server/redis'
import type { Redis } from '../startRedis.ts'

interface ClientOptions {
  prefix?: string
  /** With true, the client gives up when its connection is lost. */
  givesUp?: boolean
}

interface ConnectedStore {
  store: RedisStore
  isReady(): boolean
}

/** A store over a connected client of each package. */
export const redisClients: [
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
