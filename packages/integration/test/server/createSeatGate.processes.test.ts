import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { createSeatsClient } from '@seats/core'
import { createSeatsWebhookHandler } from '@seats/server'
import { redisStore } from '@seats/server/redis'
import { startEmulator } from '@seats/emulator'
import { expect, onTestFinished, test } from 'vitest'
import { startRedis } from './startRedis.ts'
import type { Command } from './gate/gateProcess.ts'

const secret = 'whsec_c2VhdHMtZW11bGF0b3Itc2VjcmV0'

/** Starts Redis, an emulator with a team of 300 people, a webhook handler, and two processes with a gate. */
async function startProcesses() {
  const redis = await startRedis()
  onTestFinished(() => redis.stop())
  const webhooks = createSeatsWebhookHandler({ secret, store: redisStore(await redis.connect()) })
  const newestWebhook = { receivedAtMs: 0 }
  const handler = (request: Request) => {
    newestWebhook.receivedAtMs = Date.now()
    return webhooks(request)
  }
  const events = ['customer_seat.assigned', 'customer_seat.claimed', 'customer_seat.revoked', 'subscription.updated']
  const roster = Array.from({ length: 300 }, (_, index) => ({
    ref: `p${index}`,
    email: `p${index}@example.com`,
    status: 'claimed' as const,
  }))
  const emulator = await startEmulator({
    port: 0,
    seed: {
      organizations: [
        {
          slug: 'acme',
          tokens: [{ token: 'polar_oat_acme' }],
          products: [{ ref: 'team' }],
          customers: [{ ref: 'jane', email: 'jane@example.com', payment_method: 'ok' }],
          subscriptions: [{ ref: 'sub', product: 'team', customer: 'jane', seats: 300, roster }],
          webhooks: [{ handler, secret, events }],
        },
      ],
    },
  })
  onTestFinished(() => emulator.close())
  const startProcess = async () => {
    const app = spawn(
      process.execPath,
      ['--conditions', '@seats/source', join(import.meta.dirname, 'gate/gateProcess.ts')],
      {
        env: {
          PATH: process.env.PATH ?? '',
          POLAR_URL: emulator.url,
          REDIS_PATH: redis.path,
          SUBSCRIPTION_ID: emulator.ref('acme/sub'),
        },
        stdio: ['pipe', 'pipe', 'inherit'],
      },
    )
    const ended = once(app, 'exit')
    onTestFinished(async () => {
      app.kill()
      await ended
    })
    const lines: Record<string, unknown>[] = []
    const output = createInterface(app.stdout).on('line', (line) => lines.push(JSON.parse(line)))
    await once(output, 'line')
    /** Sends a command. Resolves with its answer. */
    const sendCommand = async (command: Command) => {
      const [name = ''] = Object.keys(command)
      const earlierAnswers = lines.filter((line) => name in line).length
      app.stdin.write(`${JSON.stringify(command)}\n`)
      const answers = () => lines.filter((line) => name in line)
      await expect.poll(() => answers().length, { timeout: 20_000 }).toBe(earlierAnswers + 1)
      return answers().at(-1)?.[name]
    }
    return { sendCommand, lines }
  }
  return { redis, emulator, newestWebhook, processes: await Promise.all([startProcess(), startProcess()]) }
}

test('two processes share one index in Redis', { timeout: 120_000 }, async () => {
  const { redis, emulator, newestWebhook, processes } = await startProcesses()
  const [firstProcess, secondProcess] = processes
  expect(await Promise.all(processes.map(({ sendCommand }) => sendCommand({ checkMany: 300 })))).toEqual([300, 300])
  const paths = emulator.requests().map(({ path }) => path.replace(/[0-9a-f-]{36}/, ':id'))
  expect(paths.toSorted()).toEqual(['/v1/customer-seats', '/v1/subscriptions/:id'])

  expect(await secondProcess.sendCommand({ watch: 'p7@example.com' })).toMatchObject({ seated: true })
  const polar = createSeatsClient({ accessToken: 'polar_oat_acme', baseURL: emulator.url })
  await polar.revokeSeat(emulator.ref('acme/p7'))
  await emulator.delivered()
  const revokedAtMs = newestWebhook.receivedAtMs
  expect(await firstProcess.sendCommand({ check: 'p7@example.com' })).toMatchObject({
    seated: false,
    reason: 'not_seated',
  })
  expect(await secondProcess.sendCommand({ check: 'p7@example.com' })).toMatchObject({
    seated: false,
    reason: 'not_seated',
  })
  const changes = () => secondProcess.lines.filter((line) => 'changed' in line)
  await expect.poll(changes).toMatchObject([{ changed: { seated: false, reason: 'not_seated' } }])
  // The time is only printed, because the machine can be busy. On an idle machine it is below 100 ms.
  process.stdout.write(
    `From a webhook to the gate of another process: ${Number(changes()[0]?.atMs) - revokedAtMs} ms\n`,
  )

  emulator.lifecycle('acme/sub', 'payment_failed')
  await emulator.delivered()
  for (const { sendCommand } of processes)
    expect(await sendCommand({ check: 'p8@example.com' })).toMatchObject({ reason: 'lapsed' })

  // Without Redis, each process reads Polar.
  await redis.pause()
  for (const { sendCommand } of processes)
    expect(await sendCommand({ check: 'p9@example.com' })).toMatchObject({ seated: false })
})
