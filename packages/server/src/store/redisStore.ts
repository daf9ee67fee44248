import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import RateLimiterRedis from 'rate-limiter-flexible/lib/RateLimiterRedis.js'
import { withTimeLimit } from '../internal/withTimeLimit.ts'
import { createLimiters } from './createLimiters.ts'
import type { SeatsStore } from './SeatsStore.ts'

/** The methods of a `redis` client (node-redis 5 or newer) that the store uses. */
export interface RedisClient {
  readonly isReady: boolean
  get(key: string): Promise<string | null>
  set(key: string, value: string, options: { EX: number; NX?: true }): Promise<string | null>
  del(key: string): Promise<number>
  hmGet(key: string, fields: string[]): Promise<(string | null)[]>
  publish(channel: string, message: string): Promise<number>
  eval(script: string, options: { keys: string[]; arguments: string[] }): Promise<unknown>
  duplicate(): RedisSubscriber
}

/** The methods of the second connection, which receives messages. */
export interface RedisSubscriber {
  readonly isOpen: boolean
  on(event: 'error', listener: (error: Error) => void): unknown
  connect(): Promise<unknown>
  destroy(): void
  subscribe(channel: string, listener: (message: string) => void): Promise<void>
  unsubscribe(channel: string, listener: (message: string) => void): Promise<void>
}

/** Options of `redisStore` and `ioredisStore`. */
export interface RedisStoreOptions {
  /** The text before every key and channel. Default: `seats`. */
  prefix?: string | undefined
}

/** A store in Redis, with a connection to close. */
export interface RedisStore extends SeatsStore {
  /**
   * Closes the connection that the store opened for subscriptions. The client that you passed stays open; close it
   * yourself.
   */
  close(): Promise<void>
}

/**
 * Arguments: whether a value is expected, the expected value, whether to store a value, the new value, and its seconds.
 */
const compareAndSetScript = `
  local value = redis.call('GET', KEYS[1])
  if ARGV[1] == 'true' then
    if value ~= ARGV[2] then return 0 end
  elseif value then
    return 0
  end
  if ARGV[3] == 'true' then
    redis.call('SET', KEYS[1], ARGV[4], 'EX', ARGV[5])
  else
    redis.call('DEL', KEYS[1])
  end
  return 1
`

/** Arguments: the seconds to keep the record, then name, version and value of each field. */
const mergeFieldsScript = `
  for index = 2, #ARGV, 3 do
    local stored = redis.call('HGET', KEYS[1], ARGV[index])
    if not stored or string.match(stored, '^[^ ]*') <= ARGV[index + 1] then
      redis.call('HSET', KEYS[1], ARGV[index], ARGV[index + 1] .. ' ' .. ARGV[index + 2])
    end
  end
  redis.call('EXPIRE', KEYS[1], ARGV[1])
`

/**
 * The most fields of one call. Redis does nothing else while a script runs, so a large record is stored in several
 * calls.
 */
const maxFieldsPerCall = 500

/** The time limit of a call to Redis. */
const callTimeoutMs = 1_000

/**
 * Creates a store in Redis that all processes of an app share. If Redis is down or does not answer within a second,
 * each process counts budgets on its own, and webhooks are answered with 500 so that Polar sends them again.
 *
 * @param client A connected client of the `redis` package. The store opens one more connection, for subscriptions.
 * @param options `prefix` separates apps that share one Redis.
 * @returns A store for the option `store` of both handlers.
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
  const withPrefix = (key: string) => `${prefix}:${key}`
  let connection: { subscriber: RedisSubscriber; connected: Promise<unknown> } | undefined
  const lostListeners = new Set<() => void>()

  /** Returns the client. Throws if it is not connected, because calls would wait for the connection without end. */
  const requireReady = () => {
    if (!client.isReady) throw new Error('Redis is not connected.')
    return client
  }
  const connect = () => {
    const subscriber = client.duplicate()
    const forget = () => {
      if (connection?.subscriber === subscriber) connection = undefined
    }
    subscriber.on('error', () => {
      // The client reconnects and subscribes again by itself, until it gives up. Messages that were sent in the
      // meantime are lost.
      if (!subscriber.isOpen) forget()
      lostListeners.forEach((onLost) => onLost())
    })
    const connected = subscriber.connect()
    connected.catch(forget)
    return { subscriber, connected }
  }

  return {
    get: async (key) => withinTimeout(requireReady().get(withPrefix(key))),
    async set(key, value, { seconds, ifAbsent }) {
      return (
        (await withinTimeout(
          requireReady().set(withPrefix(key), value, { EX: seconds, ...(ifAbsent && { NX: true }) }),
        )) !== null
      )
    },
    async compareAndSet(key, { expected, value, seconds }) {
      const replaced = await withinTimeout(
        requireReady().eval(compareAndSetScript, {
          keys: [withPrefix(key)],
          arguments: [String(expected !== null), expected ?? '', String(value !== null), value ?? '', String(seconds)],
        }),
      )
      return Number(replaced) === 1
    },
    async mergeFields(key, fields, { seconds }) {
      const entries = Object.entries(fields)
      for (let start = 0; start < entries.length; start += maxFieldsPerCall) {
        const chunk = entries.slice(start, start + maxFieldsPerCall)
        const values = chunk.flatMap(([name, { version, value }]) => [name, version, value])
        await withinTimeout(
          requireReady().eval(mergeFieldsScript, { keys: [withPrefix(key)], arguments: [String(seconds), ...values] }),
        )
      }
    },
    async readFields(key, names) {
      // Redis refuses a command without names.
      if (names.length === 0) return []
      const stored = await withinTimeout(requireReady().hmGet(withPrefix(key), [...names]))
      // A value begins after its version, which has no blanks.
      return stored.map((text) => text && text.slice(text.indexOf(' ') + 1))
    },
    async delete(key) {
      await withinTimeout(requireReady().del(withPrefix(key)))
    },
    async publish(channel, message) {
      await withinTimeout(requireReady().publish(withPrefix(channel), message))
    },
    async subscribe(channel, onMessage, onLost = () => {}) {
      requireReady()
      const { subscriber, connected } = (connection ??= connect())
      await withinTimeout(connected)
      let isUnsubscribed = false
      // Wraps the functions, so that a function which is subscribed twice is called twice.
      const listener = (message: string) => {
        if (!isUnsubscribed) onMessage(message)
      }
      const lostListener = () => onLost()
      const subscribed = subscriber.subscribe(withPrefix(channel), listener)
      const unsubscribe = () => {
        if (isUnsubscribed) return
        isUnsubscribed = true
        lostListeners.delete(lostListener)
        subscriber.unsubscribe(withPrefix(channel), listener).catch(() => {})
      }
      try {
        await withinTimeout(subscribed)
      } catch (error) {
        // The subscription may still succeed later, although its caller has stopped waiting.
        subscribed.then(unsubscribe, () => {})
        throw error
      }
      lostListeners.add(lostListener)
      return unsubscribe
    },
    spend: createLimiters(({ points, seconds }) => {
      const limits = { keyPrefix: withPrefix(`budget:${points}/${seconds}`), points, duration: seconds }
      return new RateLimiterRedis({
        ...limits,
        storeClient: {
          eval: (...call: Parameters<RedisClient['eval']>) => withinTimeout(requireReady().eval(...call)),
        },
        useRedisPackage: true,
        insuranceLimiter: new RateLimiterMemory(limits),
      })
    }),
    async close() {
      const closing = connection?.subscriber
      connection = undefined
      if (closing?.isOpen) closing.destroy()
    },
  }
}

/** Redis may stop answering while it stays connected. Without a limit, calls would then wait without end. */
const withinTimeout = <T>(call: Promise<T>): Promise<T> =>
  withTimeLimit(call, callTimeoutMs, () => {
    throw new Error('Redis does not answer.')
  })
