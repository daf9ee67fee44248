import { defineConfig } from 'tsdown'
import { base } from '../../tsdown.config.base.ts'

export default defineConfig({
  ...base,
  entry: {
    index: 'src/exports/index.ts',
    ioredis: 'src/exports/ioredis.ts',
    redis: 'src/exports/redis.ts',
    testing: 'src/exports/testing.ts',
  },
})
