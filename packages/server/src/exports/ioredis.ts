/**
 * A store in Redis, for a backend of several processes that uses the `ioredis` package.
 *
 * @module @seats/server/ioredis
 */

export { ioredisStore, type IoredisClient, type IoredisSubscriber } from '../store/ioredisStore.ts'
export type { RedisStore, RedisStoreOptions } from '../store/redisStore.ts'
