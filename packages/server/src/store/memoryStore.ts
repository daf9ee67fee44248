import { LRUCache } from 'lru-cache'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { createExpiringMap } from './createExpiringMap.ts'
import { createLimiters } from './createLimiters.ts'
import type { SeatsStore, VersionedValue } from './SeatsStore.ts'

/**
 * Matches the keys of the locks on changes, and of the ids of handled webhooks. Their values must not be lost, because
 * then two changes could overlap, or a webhook would be handled twice. The store may drop other values if there are
 * very many, because the server also works without them.
 */
const lastingKey = /^(webhook|seat-count|recovery):/

/** Makes the caches ask for the time at each access. By default, almost each access would start a timer instead. */
const ttlResolution = 0

/**
 * Creates a store in the memory of one process. Its data is lost when the process ends, and other processes do not see
 * it.
 *
 * @returns A store for the option `store` of both handlers.
 *
 * @example
 * ```ts
 * import { memoryStore } from '@seats/server'
 *
 * export const store = memoryStore()
 * ```
 */
export function memoryStore(): SeatsStore {
  const lastingValues = createExpiringMap()
  const droppableValues = new LRUCache<string, string>({ max: 50_000, ttlResolution })
  const records = new LRUCache<string, Map<string, VersionedValue>>({ max: 5_000, ttlResolution })
  const listeners = new Map<string, Set<(message: string) => void>>()

  const getValue = (key: string) => (lastingKey.test(key) ? lastingValues : droppableValues).get(key) ?? null
  const setValue = (key: string, value: string, seconds: number) => {
    if (lastingKey.test(key)) lastingValues.set(key, value, seconds)
    else droppableValues.set(key, value, { ttl: seconds * 1000 })
  }
  const deleteValue = (key: string) => {
    lastingValues.delete(key)
    droppableValues.delete(key)
  }

  return {
    get: async (key) => getValue(key),
    async set(key, value, { seconds, ifAbsent = false }) {
      if (ifAbsent && getValue(key) !== null) return false
      setValue(key, value, seconds)
      return true
    },
    async compareAndSet(key, { expected, value, seconds }) {
      if (getValue(key) !== expected) return false
      if (value === null) deleteValue(key)
      else setValue(key, value, seconds)
      return true
    },
    async mergeFields(key, fields, { seconds }) {
      const record = records.get(key) ?? new Map<string, VersionedValue>()
      for (const [name, field] of Object.entries(fields)) {
        const stored = record.get(name)
        if (stored === undefined || stored.version <= field.version) record.set(name, field)
      }
      records.set(key, record, { ttl: seconds * 1000 })
    },
    async readFields(key, names) {
      const record = records.get(key)
      return names.map((name) => record?.get(name)?.value ?? null)
    },
    async delete(key) {
      deleteValue(key)
      records.delete(key)
    },
    async publish(channel, message) {
      listeners.get(channel)?.forEach((listener) => listener(message))
    },
    async subscribe(channel, onMessage) {
      // Wraps the function, so that a function which is subscribed twice is called twice.
      const listener = (message: string) => onMessage(message)
      const channelListeners = listeners.get(channel) ?? new Set()
      listeners.set(channel, channelListeners.add(listener))
      return () => {
        channelListeners.delete(listener)
        if (channelListeners.size === 0 && listeners.get(channel) === channelListeners) listeners.delete(channel)
      }
    },
    spend: createLimiters(({ points, seconds }) => new RateLimiterMemory({ points, duration: seconds })),
  }
}
