import { expect, test } from 'vitest'
import * as server from './index.ts'
import * as ioredis from './ioredis.ts'
import * as redis from './redis.ts'
import * as testing from './testing.ts'

test('the public API has exactly these names', () => {
  const entries = { server, redis, ioredis, testing }
  const keys = Object.entries(entries).map(([name, entry]) => [name, Object.keys(entry).toSorted()])
  expect(Object.fromEntries(keys)).toMatchInlineSnapshot(`
    {
      "ioredis": [
        "ioredisStore",
      ],
      "redis": [
        "redisStore",
      ],
      "server": [
        "createSeatGate",
        "createSeatRecovery",
        "createSeatsHandler",
        "createSeatsMirror",
        "createSeatsWebhookHandler",
        "memoryStore",
        "sharedBudget",
      ],
      "testing": [
        "testSeatsStore",
      ],
    }
  `)
})
