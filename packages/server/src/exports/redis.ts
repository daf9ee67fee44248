/**
 * A store in Redis, for a backend of several processes that uses the `redis` package.
 *
 * @module @seats/server/redis
 */

export {
  redisStore,
  type RedisClient,
  type RedisStore,
  type RedisStoreOptions,
  type RedisSubscriber,
} from '../store/redisStore.ts'
