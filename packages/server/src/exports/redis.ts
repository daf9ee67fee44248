/**
 * A store in Redis, for a backend of several processes.
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
