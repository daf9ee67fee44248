import { LRUCache } from 'lru-cache'
import RateLimiterMemory from 'rate-limiter-flexible/lib/RateLimiterMemory.js'
import { createLimiters } from './createLimiters.ts'
import type { SeatsStore, VersionedValue } from './SeatsStore.ts'

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
  const values = new LRUCache<string, string>({ max: 50_000 })
  const records = new LRUCache<string, Map<string, VersionedValue>>({ max: 5_000 })
  const listeners = new Map<string, Set<(message: string) => void>>()

  return {
    get: async (key) => values.get(key) ?? null,
    async set(key, value, { seconds, ifAbsent = false }) {
      if (ifAbsent && values.has(key)) return false
      values.set(key, value, { ttl: seconds * 1000 })
      return true
    },
    async compareAndSet(key, { expected, value, seconds }) {
      if ((values.get(key) ?? null) !== expected) return false
      if (value === null) values.delete(key)
      else values.set(key, value, { ttl: seconds * 1000 })
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
      values.delete(key)
      records.delete(key)
    },
    async publish(channel, message) {
      listeners.get(channel)?.forEach((listener) => listener(message))
    },
    async subscribe(channel, onMessage) {
      // Wraps the listener, so that a function which subscribes twice is called twice.
      const listener = (message: string) => onMessage(message)
      const all = listeners.get(channel) ?? new Set()
      listeners.set(channel, all.add(listener))
      return () => {
        all.delete(listener)
        if (all.size === 0 && listeners.get(channel) === all) listeners.delete(channel)
      }
    },
    spend: createLimiters(({ points, seconds }) => new RateLimiterMemory({ points, duration: seconds })),
  }
}
