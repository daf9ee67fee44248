export {
  redisStore,
  type RedisClient,
  type RedisStore,
  type RedisStoreOptions,
  type RedisSubscriber,
} from '../store/redisStore.ts'
