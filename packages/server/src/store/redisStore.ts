import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js'
import { createLimiters } from './createLimiters.ts'
import type { SeatsStore } from './SeatsStore.ts'

/** The part of a `redis` client (node-redis 5 or newer) that is used. */
export interface RedisClient {
  readonly isReady: boolean
  get(key: string): Promise<string | null>
  set(key: string, value: string, options: { EX: number; NX?: true }): Promise<string | null>
  del(key: string): Promise<number>
  publish(channel: string, message: string): Promise<number>
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
  duplicate(): RedisSubscriber
}

export interface RedisSubscriber {
  on(event: 'error', listener: (error: Error) => void): unknown
  connect(): Promise<unknown>
  close(): Promise<void>
  subscribe(channel: string, listener: (message: string) => void): Promise<void>
  unsubscribe(channel: string, listener: (message: string) => void): Promise<void>
}

export interface RedisStoreOptions {
  /** Begins every key and channel. Default `seats`. */
  prefix?: string | undefined
}

export interface RedisStore extends SeatsStore {
  /** Closes the connection that the store opened for subscriptions; the given client stays yours to close. */
  close(): Promise<void>
}

/**
 * A store that all processes of an app share, in Redis. Where Redis is down, budgets go on in each process for itself,
 * and webhooks answer 500 so that Polar sends them again.
 *
 * @param client A connected client of the `redis` package. One more connection is opened from it, for subscriptions.
 *
 * @example
 * ```ts
 * import { redisStore } from '@seats/server/redis'
 * import { createClient } from 'redis'
 *
 * const client = createClient({ url: 'redis://127.0.0.1:6379' })
 * client.on('error', (error) => console.error(error))
 * await client.connect()
 * export const store = redisStore(client)
 * ```
 */
export function redisStore(client: RedisClient, { prefix = 'seats' }: RedisStoreOptions = {}): RedisStore {
  const named = (key: string) => `${prefix}:${key}`
  let subscriber: Promise<RedisSubscriber> | undefined
  const lost = new Set<() => void>()

  /** A client that is not connected would let calls wait without end. */
  const ready = () => {
    if (!client.isReady) throw new Error('Redis is not connected.')
    return client
  }
  const subscribing = () => {
    ready()
    subscriber ??= connect(client.duplicate(), () => lost.forEach((onLost) => onLost())).catch((error: unknown) => {
      subscriber = undefined
      throw error
    })
    return subscriber
  }

  return {
    get: async (key) => ready().get(named(key)),
    async set(key, value, { seconds, ifAbsent }) {
      return (await ready().set(named(key), value, { EX: seconds, ...(ifAbsent && { NX: true }) })) !== null
    },
    async delete(key) {
      await ready().del(named(key))
    },
    async publish(channel, message) {
      await ready().publish(named(channel), message)
    },
    async subscribe(channel, onMessage, onLost = () => {}) {
      const connection = await subscribing()
      // Functions of their own for each call, so that the same one twice is two.
      const listener = (message: string) => onMessage(message)
      const missed = () => onLost()
      await connection.subscribe(named(channel), listener)
      lost.add(missed)
      return () => {
        lost.delete(missed)
        connection.unsubscribe(named(channel), listener).catch(() => {})
      }
    },
    spend: createLimiters(({ points, seconds }) => {
      const budget = { keyPrefix: named(`budget:${points}/${seconds}`), points, duration: seconds }
      return new RateLimiterRedis({
        ...budget,
        storeClient: client,
        useRedisPackage: true,
        rejectIfRedisNotReady: true,
        insuranceLimiter: new RateLimiterMemory(budget),
      })
    }),
    async close() {
      const connection = await subscriber?.catch(() => undefined)
      subscriber = undefined
      await connection?.close()
    },
  }
}

async function connect(subscriber: RedisSubscriber, onLost: () => void): Promise<RedisSubscriber> {
  // The client reconnects on its own and subscribes again, but what was published meanwhile is gone.
  subscriber.on('error', onLost)
  await subscriber.connect()
  return subscriber
}
