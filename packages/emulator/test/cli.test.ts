import { writeFileSync } from 'node:fs'
import { createServer } from 'node:net'
import { once } from 'node:events'
import { join } from 'node:path'
import type { AddressInfo } from 'node:net'
import { describe, expect, test } from 'vitest'
import { runCli, startCli } from './support/cli.ts'
import { startReceiver } from './support/receiver.ts'
import { onEnd, temporaryDirectory } from './support/storages.ts'
import { until } from './support/until.ts'

const listing = (url: string, refs: Record<string, string>) =>
  fetch(`${url}/v1/customer-seats?subscription_id=${refs['acme/sub']}`, {
    headers: { authorization: 'Bearer polar_oat_acme' },
  })

describe('the command line', () => {
  test('prints one JSON object when it listens, and answers the first call', async () => {
    const { url, refs, stdout } = await startCli()
    expect(stdout()).toBe(`${JSON.stringify({ url, refs })}\n`)
    expect(url).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/)
    expect(await (await listing(url, refs)).json()).toEqual({ seats: [], available_seats: 10, total_seats: 10 })
  })

  test('prints one line for people', async () => {
    const { stdout, stderr } = runCli('--port', '0')
    await until(() => expect(stdout()).toMatch(/^.*http:\/\/127\.0\.0\.1:\d+.*\n$/))
    expect(stderr()).toBe('')
  })

  test.each(['SIGTERM', 'SIGINT'] as const)('exits with 0 on %s, even with open streams', async (signal) => {
    const { url, refs, child, exit, stderr } = await startCli()
    await listing(url, refs)
    child.kill(signal)
    expect(await exit).toBe(0)
    expect(stderr()).toBe('')
  })

  test.each([
    [['--port', 'x'], '--port'],
    [['--port', '70000'], '--port'],
    [['--rate-limit', '0'], '--rate-limit'],
    [['--nonsense'], '--nonsense'],
    [['extra'], 'extra'],
    [['--seed', '/nowhere.json'], '/nowhere.json'],
    [['--webhook-url', 'nope'], '--webhook-url'],
    [['--webhook-url', 'http://127.0.0.1:1', '--webhook-secret', ''], '--webhook-secret'],
  ])('exits with 2 and one line for %j', async (args, named) => {
    const { exit, stdout, stderr } = runCli(...args)
    expect(await exit).toBe(2)
    expect(stdout()).toBe('')
    expect(stderr()).toMatch(/^seats-emulator: .+\n$/)
    expect(stderr()).toContain(named)
  })

  test('exits with 2 and one line that names every problem of a bad seed', async () => {
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(file, '{"organizations":[{"slug":"A B"},{"slug":"ok","subscriptions":[{"seats":-1}]}]}')
    const { exit, stderr } = runCli('--seed', file)
    expect(await exit).toBe(2)
    expect(stderr()).toMatch(/^.*organizations\.0\.slug.*organizations\.1\.subscriptions\.0\.seats.*\n$/)
    writeFileSync(file, '{')
    const broken = runCli('--seed', file)
    expect(await broken.exit).toBe(2)
    expect(broken.stderr()).toContain('is not JSON')
  })

  test('exits with 2 if a ref of the seed does not exist', async () => {
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(file, '{"organizations":[{"slug":"ok","subscriptions":[{"product":"none"}]}]}')
    const { exit, stderr } = runCli('--port', '0', '--seed', file)
    expect(await exit).toBe(2)
    expect(stderr()).toContain('organizations.0.subscriptions.0.product')
  })

  test('exits with 1 if the port is taken or the directory cannot be used', async () => {
    const taken = createServer().listen(0, '127.0.0.1')
    onEnd(() => taken.close())
    await once(taken, 'listening')
    const port = String((taken.address() as AddressInfo).port)
    const first = runCli('--port', port)
    expect(await first.exit).toBe(1)
    expect(first.stderr()).toMatch(new RegExp(`^seats-emulator: .*${port}.*\n$`))
    const file = join(temporaryDirectory(), 'file')
    writeFileSync(file, '')
    const second = runCli('--port', '0', '--data-dir', file)
    expect(await second.exit).toBe(1)
    expect(second.stderr()).toMatch(/^seats-emulator: The data directory .* cannot be used: .+\n$/)
  })

  test('takes a seed, a rate limit and webhooks, whose new secret it prints', async () => {
    const { received, url: hook } = await startReceiver()
    const file = join(temporaryDirectory(), 'seed.json')
    writeFileSync(
      file,
      '{"organizations":[{"slug":"acme","tokens":[{"token":"polar_oat_acme"}],"subscriptions":[{"ref":"sub","seats":7}]}]}',
    )
    const { url, refs, stderr } = await startCli('--seed', file, '--rate-limit', '2', '--webhook-url', hook)
    expect(stderr()).toMatch(/whsec_[\w+/=]+\n$/)
    expect(await (await listing(url, refs)).json()).toMatchObject({ total_seats: 7 })
    await fetch(`${url}/v1/customer-seats`, {
      method: 'POST',
      headers: { authorization: 'Bearer polar_oat_acme', 'content-type': 'application/json' },
      body: JSON.stringify({ subscription_id: refs['acme/sub'], email: 'bob@example.com' }),
    })
    await until(() => expect(received).toHaveLength(1))
    expect((await listing(url, refs)).status).toBe(429)
  })

  test('warns if it listens to more than this machine', async () => {
    const { stderr, url } = await startCli('--host', '0.0.0.0')
    await until(() => expect(stderr()).toContain('Listening on 0.0.0.0'))
    expect(url).toMatch(/^http:\/\/0\.0\.0\.0:\d+$/)
  })
})
