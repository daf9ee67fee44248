/**
 * A process of an app that has a gate over Redis. It reads a JSON command from each line, and prints a JSON line for each
 * answer. `checkMany` checks many people at once, `check` checks one person, and `watch` follows one person.
 */
import { createInterface } from 'node:readline'
import { createSeatsClient } from '@seats/core'
import { createSeatGate } from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { createClient } from 'redis'

export type Command = { checkMany: number } | { check: string } | { watch: string }

const { POLAR_URL = '', REDIS_PATH = '', SUBSCRIPTION_ID = '' } = process.env
const print = (line: object) => void process.stdout.write(`${JSON.stringify(line)}\n`)

const redis = createClient({ socket: { path: REDIS_PATH, tls: false } })
redis.on('error', () => {})
await redis.connect()
const client = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: POLAR_URL })
const gate = createSeatGate({ client, store: redisStore(redis), whenUnknown: 'deny', onError: () => {} })
const source = { subscription_id: SUBSCRIPTION_ID }

async function answer(command: Command): Promise<object> {
  if ('checkMany' in command) {
    const people = Array.from({ length: command.checkMany }, (_, index) => ({ email: `p${index}@example.com` }))
    const answers = await Promise.all(people.map((person) => gate.check(source, person)))
    return { checkMany: answers.filter(({ basis }) => basis === 'known').length }
  }
  if ('check' in command) return { check: await gate.check(source, { email: command.check }) }
  const { signal } = new AbortController()
  const firstAnswer = await gate.watch(source, { email: command.watch }, { signal }, (changed) =>
    print({ changed, atMs: Date.now() }),
  )
  return { watch: firstAnswer }
}

createInterface(process.stdin).on('line', (line) => {
  answer(JSON.parse(line) as Command).then(print, (error: unknown) => print({ error: String(error) }))
})
print({ ready: true })
