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
  readonly isOpen: boolean
  on(event: 'error', listener: (error: Error) => void): unknown
  connect(): Promise<unknown>
  destroy(): void
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

/** Milliseconds that a call waits for Redis. */
const patience = 1_000

/**
 * A store that all processes of an app share, in Redis. Where Redis is down, or does not answer within a second, budgets
 * go on in each process for itself, and webhooks answer 500 so that Polar sends them again.
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
  let connection: { subscriber: RedisSubscriber; connected: Promise<unknown> } | undefined
  const lost = new Set<() => void>()

  /** A client that is not connected would let calls wait without end. */
  const ready = () => {
    if (!client.isReady) throw new Error('Redis is not connected.')
    return client
  }
  const connect = () => {
    const subscriber = client.duplicate()
    const drop = () => {
      if (connection?.subscriber === subscriber) connection = undefined
    }
    subscriber.on('error', () => {
      // The client reconnects on its own and subscribes again, until it gives up; what was published meanwhile is gone.
      if (!subscriber.isOpen) drop()
      lost.forEach((onLost) => onLost())
    })
    const connected = subscriber.connect()
    connected.catch(drop)
    return { subscriber, connected }
  }

  return {
    get: async (key) => inTime(ready().get(named(key))),
    async set(key, value, { seconds, ifAbsent }) {
      return (await inTime(ready().set(named(key), value, { EX: seconds, ...(ifAbsent && { NX: true }) }))) !== null
    },
    async delete(key) {
      await inTime(ready().del(named(key)))
    },
    async publish(channel, message) {
      await inTime(ready().publish(named(channel), message))
    },
    async subscribe(channel, onMessage, onLost = () => {}) {
      ready()
      const { subscriber, connected } = (connection ??= connect())
      await inTime(connected)
      // Functions of their own for each call, so that the same one twice is two.
      const listener = (message: string) => onMessage(message)
      const missed = () => onLost()
      const subscribed = subscriber.subscribe(named(channel), listener)
      const leave = () => {
        lost.delete(missed)
        subscriber.unsubscribe(named(channel), listener).catch(() => {})
      }
      try {
        await inTime(subscribed)
      } catch (error) {
        // It may be subscribed yet, when nobody waits for it any more.
        subscribed.then(leave, () => {})
        throw error
      }
      lost.add(missed)
      return leave
    },
    spend: createLimiters(({ points, seconds }) => {
      const budget = { keyPrefix: named(`budget:${points}/${seconds}`), points, duration: seconds }
      return new RateLimiterRedis({
        ...budget,
        storeClient: { eval: (...call: Parameters<RedisClient['eval']>) => inTime(ready().eval(...call)) },
        useRedisPackage: true,
        insuranceLimiter: new RateLimiterMemory(budget),
      })
    }),
    async close() {
      const closing = connection?.subscriber
      connection = undefined
      if (closing?.isOpen) closing.destroy()
    },
  }
}

/** Redis that hangs, or that cannot be reached any more, would let calls wait without end too. */
async function inTime<T>(call: Promise<T>): Promise<T> {
  let timer: ReturnType<typeof setTimeout> | undefined
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error('Redis does not answer.')), patience)
  })
  try {
    return await Promise.race([call, late])
  } finally {
    clearTimeout(timer)
  }
}
