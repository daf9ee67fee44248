/**
 * A process of an app. With the role `serve` it receives webhooks. With another role it runs the recovery. It repeats
 * this as long as another process is busy with the team, and after a failure. The mirror and the recovery use the
 * guides' recipes for Postgres, and the store is Redis. The process prints a JSON line for each event.
 */
import { once } from 'node:events'
import { createServer } from 'node:http'
import { pathToFileURL } from 'node:url'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { getRequestListener } from '@hono/node-server'
import { createSeatsClient } from '@seats/core'
import {
  createSeatRecovery,
  createSeatsMirror,
  createSeatsWebhookHandler,
  type MirrorTable,
  type RecoveryMemory,
} from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { createClient } from 'redis'
import { secrets } from './sign.ts'

const { ROLE, POLAR_URL = '', REDIS_PATH = '', RECIPES = '' } = process.env
const print = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)
const recipe = (file: string) => import(pathToFileURL(join(RECIPES, file)).href) as Promise<unknown>

const { memory } = (await recipe('recoveryMemoryPostgres.ts')) as { memory: RecoveryMemory }
const { table } = (await recipe('mirrorTablePostgres.ts')) as { table: MirrorTable }
const redis = createClient({ socket: { path: REDIS_PATH, tls: false } })
await redis.connect()
const store = redisStore(redis)
const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: POLAR_URL, ratePerMinute: 10_000 })
const recovery = createSeatRecovery({ client, memory, store, mode: 'automatic', include: () => true })

if (ROLE === 'serve') {
  const webhooks = createSeatsWebhookHandler({
    secret: secrets.newer,
    store,
    recovery,
    mirror: createSeatsMirror({ client, table }),
    onError: (error) => print({ error: String(error) }),
    onLapse: ({ people }) => print({ lapse: people.length }),
  })
  const server = createServer(getRequestListener(webhooks)).listen(0, '127.0.0.1')
  await once(server, 'listening')
  print({ ready: server.address() })
} else {
  for (;;) {
    const [outcome] = await recovery.run()
    const { state, restored = [] } = outcome ?? { state: 'none' }
    print({ state, restored: restored.length })
    if (state !== 'busy' && state !== 'failed') break
    // Another process is restoring the team, or ended during the restoration.
    await setTimeout(200)
  }
  process.exit(0)
}
