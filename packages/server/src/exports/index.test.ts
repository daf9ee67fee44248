import { expect, test } from 'vitest'
import * as server from './index.ts'
import * as redis from './redis.ts'

test('the public API', () => {
  expect({ server: Object.keys(server).toSorted(), redis: Object.keys(redis) }).toMatchInlineSnapshot(`
    {
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
    }
  `)
})
