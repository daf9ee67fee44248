import {
  redisStore,
  type RedisClient,
  type RedisStore,
  type RedisStoreOptions,
  type RedisSubscriber,
} from './redisStore.ts'

/** The methods of an `ioredis` client (version 5 or 6) that the store uses. */
export interface IoredisClient {
  readonly status: string
  get(key: string): Promise<string | null>
  set(key: string, value: string, unit: 'EX', seconds: number): Promise<string | null>
  set(key: string, value: string, unit: 'EX', seconds: number, ifAbsent: 'NX'): Promise<string | null>
  del(key: string): Promise<number>
  hmget(key: string, ...fields: string[]): Promise<(string | null)[]>
  publish(channel: string, message: string): Promise<number>
  eval(script: string, keyCount: number, ...keysAndArguments: string[]): Promise<unknown>
  on(event: 'close', listener: () => void): unknown
  duplicate(options: { lazyConnect: true; autoResubscribe: true }): IoredisSubscriber
}

/** The methods of the second connection, which receives messages. */
export interface IoredisSubscriber {
  readonly status: string
  on(event: 'close' | 'end', listener: () => void): unknown
  on(event: 'error', listener: (error: Error) => void): unknown
  on(event: 'message', listener: (channel: string, message: string) => void): unknown
  connect(): Promise<unknown>
  disconnect(): void
  subscribe(channel: string): Promise<unknown>
  unsubscribe(channel: string): Promise<unknown>
}

/**
 * Creates a store in Redis like `redisStore`, for a client of the `ioredis` package.
 *
 * @param client A client of the `ioredis` package. The store opens one more connection, for subscriptions.
 * @param options `prefix` separates apps that share one Redis.
 * @returns A store for the option `store` of both handlers.
 *
 * @example
 * ```ts
 * import { ioredisStore } from '@seats/server/ioredis'
 * import { Redis } from 'ioredis'
 *
 * const client = new Redis('redis://127.0.0.1:6379')
 * client.on('error', (error) => console.error(error))
 * export const store = ioredisStore(client)
 * ```
 */
export const ioredisStore = (client: IoredisClient, options: RedisStoreOptions = {}): RedisStore =>
  redisStore(likeNodeRedis(client), options)

function likeNodeRedis(client: IoredisClient): RedisClient {
  let hasClosed = false
  const rejectOnClose = new Set<(error: Error) => void>()
  client.on('close', () => {
    hasClosed = true
    for (const reject of rejectOnClose) reject(new Error('Redis is not connected.'))
  })
  /**
   * Rejects if the connection closes before the answer. Otherwise ioredis would send the call again. If Redis had
   * already run the call, the second answer to an `NX` or a comparison would be wrong.
   */
  const untilClosed = <T>(call: Promise<T>): Promise<T> =>
    new Promise<T>((resolve, reject) => {
      rejectOnClose.add(reject)
      call.then(resolve, reject).finally(() => rejectOnClose.delete(reject))
    })

  return {
    get isReady() {
      // While a client connects for the first time, it queues the calls.
      return client.status === 'ready' || (!hasClosed && ['wait', 'connecting', 'connect'].includes(client.status))
    },
    get: (key) => untilClosed(client.get(key)),
    set: (key, value, { EX, NX }) =>
      untilClosed(NX ? client.set(key, value, 'EX', EX, 'NX') : client.set(key, value, 'EX', EX)),
    del: (key) => untilClosed(client.del(key)),
    hmGet: (key, fields) => untilClosed(client.hmget(key, ...fields)),
    publish: (channel, message) => untilClosed(client.publish(channel, message)),
    eval: (script, { keys, arguments: args }) => untilClosed(client.eval(script, keys.length, ...keys, ...args)),
    duplicate: () => subscriberLikeNodeRedis(client.duplicate({ lazyConnect: true, autoResubscribe: true })),
  }
}

/** ioredis has one listener for all channels of a connection, and node-redis one for each subscription. */
function subscriberLikeNodeRedis(subscriber: IoredisSubscriber): RedisSubscriber {
  const listeners = new Map<string, Set<(message: string) => void>>()
  let isDestroyed = false
  subscriber.on('message', (channel, message) => listeners.get(channel)?.forEach((listener) => listener(message)))
  // Without a listener, ioredis writes errors to the console. After each error it also emits `close`.
  subscriber.on('error', () => {})
  const destroy = () => {
    isDestroyed = true
    subscriber.disconnect()
  }
  const unsubscribe = async (channel: string, listener: (message: string) => void) => {
    const channelListeners = listeners.get(channel)
    if (!channelListeners?.delete(listener) || channelListeners.size > 0) return
    listeners.delete(channel)
    await subscriber.unsubscribe(channel)
  }

  return {
    get isOpen() {
      return !isDestroyed && subscriber.status !== 'end'
    },
    on(_, listener) {
      const reportLoss = () => {
        if (!isDestroyed) listener(new Error('The connection to Redis was lost.'))
      }
      subscriber.on('close', reportLoss)
      // `end` comes after `close` if ioredis does not connect again.
      subscriber.on('end', reportLoss)
    },
    async connect() {
      try {
        await subscriber.connect()
      } catch (error) {
        // Otherwise ioredis would try to connect again, although the next subscription opens a new connection.
        destroy()
        throw error
      }
    },
    destroy,
    async subscribe(channel, listener) {
      const channelListeners = listeners.get(channel) ?? new Set()
      listeners.set(channel, channelListeners.add(listener))
      try {
        await subscriber.subscribe(channel)
      } catch (error) {
        await unsubscribe(channel, listener).catch(() => {})
        throw error
      }
    },
    unsubscribe,
  }
}
